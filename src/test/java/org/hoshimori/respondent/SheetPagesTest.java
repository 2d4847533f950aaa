package org.hoshimori.respondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.respondent.RespondentFixtures.page;
import static org.hoshimori.respondent.RespondentFixtures.status;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The question sheet on paper and its way back.
@HoshimoriTest
class SheetPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    RespondentFixtures respondents;

    @Autowired
    Rounds rounds;

    @Autowired
    People people;

    @Autowired
    Asking asking;

    @Test
    void the_sheet_carries_the_code_the_company_and_all_questions() throws Exception {
        var owner = organizations.company();
        var clerk = organizations.person(owner, Role.EMPLOYEE);
        var code = people.member(owner.organization(), clerk.member()).personalCode();
        var round = respondents.open(owner);
        var path = "/assessments/" + round.id() + "/sheet.pdf";
        var text = text(path + "?member=" + clerk.member(), owner);
        assertThat(text).contains(code, "みなと工業株式会社", "2026年秋", "□");
        for (var question : asking.diagnosis(round, Locale.JAPANESE).questions()) {
            assertThat(text).contains(question.question().substring(0, 8));
        }
        assertThat(text(path, owner)).doesNotContain(code).contains("みなと工業株式会社");
    }

    @Test
    void a_code_opens_the_sheet_of_its_person_however_it_is_typed() throws Exception {
        var owner = organizations.company();
        var clerk = organizations.person(owner, Role.EMPLOYEE);
        var code = people.member(owner.organization(), clerk.member()).personalCode();
        var round = respondents.open(owner);
        var base = "/assessments/" + round.id() + "/paper";
        var first = respondents
                .send(mvc, owner, base, Map.of("code", code))
                .getResponse()
                .getRedirectedUrl();
        var again = respondents
                .send(mvc, owner, base, Map.of("code", " " + code.toLowerCase(Locale.ROOT) + "　"))
                .getResponse()
                .getRedirectedUrl();
        assertThat(again).isEqualTo(first);
        assertThat(rounds.respondents(owner.organization(), round.id()).getLast())
                .satisfies(sheet -> {
                    assertThat(sheet.kind()).isEqualTo(Respondent.Kind.PAPER);
                    assertThat(sheet.member()).isEqualTo(clerk.member());
                });
        assertThat(page(respondents.read(mvc, owner, Objects.requireNonNull(first)))
                        .select("fieldset.asking-line"))
                .hasSize(25);
    }

    @Test
    void an_unknown_code_and_another_companys_code_get_the_same_sentence() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        var theirs = people.member(stranger.organization(), stranger.member()).personalCode();
        var base = "/assessments/" + respondents.open(owner).id() + "/paper";
        for (var code : new String[] {"XXXXX", theirs, "", "<script>"}) {
            var result = respondents.send(mvc, owner, base, Map.of("code", code));
            assertThat(status(result)).as(code).isEqualTo(422);
            assertThat(page(result).select("#code-error").text()).contains("見つかりません");
            assertThat(page(result).select("#code").val()).isEqualTo(code);
        }
    }

    @Test
    void a_whole_sheet_is_saved_in_one_go_and_a_blank_line_erases_nothing() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var code = people.member(owner.organization(), owner.member()).personalCode();
        var path = Objects.requireNonNull(respondents
                .send(mvc, owner, "/assessments/" + round.id() + "/paper", Map.of("code", code))
                .getResponse()
                .getRedirectedUrl());
        var fields = new HashMap<String, String>();
        asking.diagnosis(round, Locale.JAPANESE)
                .questions()
                .forEach(question -> fields.put("answer-" + question.id(), "partly"));
        respondents.send(mvc, owner, path, fields);
        respondents.send(mvc, owner, path, Map.of("answer-wireless-lan", "not", "comment-wireless-lan", "聞き直した"));
        var sheet = rounds.respondents(owner.organization(), round.id()).getLast();
        assertThat(sheet.finishedAt()).isNotNull();
        assertThat(rounds.answers(owner.organization(), sheet)).hasSize(25).allSatisfy(answer -> assertThat(
                        answer.answer())
                .isEqualTo(answer.question().equals("wireless-lan") ? "not" : "partly"));
    }

    private String text(String path, Actor owner) throws Exception {
        var result = respondents.read(mvc, owner, path);
        assertThat(result.getResponse().getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            return new PDFTextStripper().getText(pdf).replaceAll("\\s*\\n\\s*", "");
        }
    }
}
