package org.hoshimori.respondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class AnswerPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures fixtures;

    @Autowired
    Assessments assessments;

    @Autowired
    Rounds rounds;

    @Autowired
    StatementCount statements;

    Actor owner;
    Round round;
    Respondent opener;

    @BeforeEach
    void a_round_has_begun() {
        owner = organizations.company();
        round = fixtures.open(owner);
        opener = fixtures.opener(owner, round);
    }

    @Test
    void the_page_shows_questions_help_and_the_official_words() throws Exception {
        var page = page(mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)))
                .andExpect(status().isOk()));
        assertThat(page.select("fieldset.question")).hasSize(25);
        assertThat(page.select(".contents .count").eachText()).containsExactly("0 / 5", "0 / 13", "0 / 7");
        assertThat(page.select(".contents [aria-current]").attr("href")).isEqualTo("#part-basic");
        assertThat(page.text()).contains("5分でできる！情報セキュリティ自社診断", "問6〜18", "実施していない", "独自の目安");
        assertThat(page.select("#backup .choice").eachText()).containsExactly("できている", "一部できている", "できていない", "わからない");
        assertThat(page.select("#done").text()).contains("まだ25問", "確定して、結果を見る");
    }

    @Test
    void the_page_and_the_saving_keep_within_their_budgets() throws Exception {
        fixtures.answerAll(owner, round, "partly");
        mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)));
        var page = statements.of(
                () -> mvc.perform(get("/assessments/" + round.id()).with(access.as(owner))));
        assertThat(page).isLessThanOrEqualTo(12);
        var signedIn = statements.of(() -> mvc.perform(post("/respondents/" + opener.id() + "/answers/backup")
                .with(access.as(owner))
                .contentType(MediaType.APPLICATION_JSON)
                .content("broken")));
        var saving = statements.of(() -> save("backup", "{\"answer\":\"not\",\"seenRevision\":1}"));
        assertThat(saving - signedIn).isLessThanOrEqualTo(8);
    }

    @Test
    void an_answer_is_saved_with_its_comment_and_without_control_characters() throws Exception {
        save("backup", "{\"answer\":\"partly\",\"comment\":\" 週に\\u0000一度\\n手で \",\"seenRevision\":0}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("saved"))
                .andExpect(jsonPath("$.revision").value(1));
        assertThat(rounds.answers(owner.organization(), opener))
                .extracting(RecordedAnswer::comment)
                .containsExactly("週に一度\n手で");
    }

    @Test
    void an_answer_that_cannot_be_kept_says_why() throws Exception {
        var isLong = "{\"answer\":\"partly\",\"comment\":\"" + "あ".repeat(2001) + "\",\"seenRevision\":0}";
        save("backup", isLong)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.state").value("long"));
        save("backup", "{\"notApplicable\":true,\"seenRevision\":0}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.state").value("reason"));
        save("backup", "{\"answer\":\"perfect\",\"seenRevision\":0}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.state").value("refused"));
        assertThat(rounds.answers(owner.organization(), opener)).isEmpty();
    }

    @Test
    void what_does_not_exist_counts_as_done_with_its_reason() throws Exception {
        save("wireless-lan", "{\"notApplicable\":true,\"comment\":\"無線は使っていません\",\"seenRevision\":0}")
                .andExpect(jsonPath("$.answer").value("implemented"))
                .andExpect(jsonPath("$.notApplicable").value(true));
    }

    @Test
    void the_second_of_two_people_learns_who_changed_it_to_what() throws Exception {
        fixtures.answer(owner, opener, "backup", "partly");
        save("backup", "{\"answer\":\"not\",\"comment\":\"私のメモ\",\"seenRevision\":0}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.state").value("overtaken"))
                .andExpect(jsonPath("$.answer").value("partly"))
                .andExpect(jsonPath("$.by").value(owner.name()));
        save("backup", "{\"answer\":\"not\",\"comment\":\"私のメモ\",\"seenRevision\":1}")
                .andExpect(status().isOk());
    }

    @Test
    void without_script_the_whole_page_is_saved_and_conflicts_come_back_with_both_answers() throws Exception {
        fixtures.answer(owner, opener, "backup", "partly");
        var page = page(mvc.perform(whole("stay")
                        .param("seen-antivirus", "0")
                        .param("antivirus", "implemented")
                        .param("seen-backup", "0")
                        .param("backup", "not")
                        .param("comment-backup", "私のメモ"))
                .andExpect(status().is(422)));
        assertThat(page.select("#backup input[type=radio][checked]").val()).isEqualTo("not");
        assertThat(page.select("#backup textarea").text()).isEqualTo("私のメモ");
        assertThat(page.select("#trouble-backup").text()).contains(owner.name(), "一部できている");
        assertThat(page.select("#backup input[name=seen-backup]").val()).isEqualTo("1");
        assertThat(answer("antivirus")).isEqualTo("implemented");
        assertThat(answer("backup")).isEqualTo("partly");
        mvc.perform(whole("stay")
                        .param("seen-backup", "1")
                        .param("backup", "not")
                        .param("theirs-backup", "on"))
                .andExpect(status().isSeeOther());
        assertThat(answer("backup")).isEqualTo("partly");
        mvc.perform(whole("stay").param("seen-backup", "1").param("backup", "not"))
                .andExpect(redirectedUrl("/assessments/" + round.id()));
        assertThat(answer("backup")).isEqualTo("not");
    }

    @Test
    void a_missing_reason_comes_back_with_a_summary_and_everything_typed() throws Exception {
        var page = page(mvc.perform(whole("close")
                        .param("seen-backup", "0")
                        .param("none-backup", "on")
                        .param("comment-backup", " "))
                .andExpect(status().is(422)));
        assertThat(page.select("#problems a").attr("href")).isEqualTo("#comment-backup");
        assertThat(page.select("#backup input[name=none-backup][checked]")).hasSize(1);
        assertThat(page.select("#backup details.notes[open]")).hasSize(1);
    }

    @Test
    void closing_too_early_lists_the_open_questions() throws Exception {
        fixtures.answerAll(owner, round, "partly");
        fixtures.answer(owner, opener, "backup", null);
        var flash = mvc.perform(whole("close"))
                .andExpect(redirectedUrl("/assessments/" + round.id()))
                .andReturn()
                .getFlashMap();
        var page = page(mvc.perform(get("/assessments/" + round.id())
                .with(access.as(owner))
                .flashAttr("incomplete", Objects.requireNonNull(flash.get("incomplete")))));
        assertThat(page.select("[role=alert] a[href=#backup]")).hasSize(1);
        fixtures.answer(owner, opener, "backup", "partly");
        mvc.perform(whole("close")).andExpect(redirectedUrl("/results/" + round.id()));
    }

    @Test
    void a_closed_round_takes_nothing_more() throws Exception {
        fixtures.answerAll(owner, round, "partly");
        assessments.close(owner, round.id());
        save("backup", "{\"answer\":\"not\",\"seenRevision\":1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.state").value("closed"));
        mvc.perform(whole("stay").param("seen-backup", "1").param("backup", "not"))
                .andExpect(status().isConflict());
        mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)))
                .andExpect(redirectedUrl("/results/" + round.id()));
        mvc.perform(get(one("backup")).with(access.as(owner))).andExpect(status().isSeeOther());
    }

    @Test
    void somebody_who_is_asked_answers_and_says_that_they_are_done() throws Exception {
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var asked = add(employee, Respondent.Kind.MEMBER);
        mvc.perform(post("/respondents/" + asked.id() + "/answers")
                        .with(access.as(employee))
                        .param("then", "finish")
                        .param("seen-backup", "0")
                        .param("backup", "not"))
                .andExpect(redirectedUrl("/assessments"));
        assertThat(rounds.respondent(owner.organization(), asked.id()).finishedAt())
                .isNotNull();
    }

    @Test
    void nobody_answers_for_another_person_and_the_lead_types_in_paper_only() throws Exception {
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var asked = add(employee, Respondent.Kind.MEMBER);
        var sheet = add(employee, Respondent.Kind.PAPER);
        mvc.perform(get("/assessments/" + round.id() + "?respondent=" + asked.id())
                        .with(access.as(owner)))
                .andExpect(status().isNotFound());
        var page = page(mvc.perform(get("/assessments/" + round.id() + "?respondent=" + sheet.id())
                        .with(access.as(owner)))
                .andExpect(status().isOk()));
        assertThat(page.select(".page-head").text()).contains("employeeの答えを入れています");
        mvc.perform(post("/respondents/" + opener.id() + "/answers/backup")
                        .with(access.as(employee))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answer\":\"not\",\"seenRevision\":0}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoever_is_not_asked_is_led_on_kindly() throws Exception {
        var auditor = organizations.person(owner, Role.AUDITOR);
        mvc.perform(get("/assessments/" + round.id()).with(access.as(auditor)))
                .andExpect(redirectedUrl("/assessments/" + round.id() + "/respondents"));
        mvc.perform(get(one("backup")).with(access.as(auditor))).andExpect(status().isForbidden());
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var page = page(mvc.perform(get("/assessments/" + round.id()).with(access.as(employee)))
                .andExpect(status().isOk()));
        assertThat(page.text()).contains("あなたに答えてもらう問いはありません");
    }

    @Test
    void one_question_at_a_time_saves_and_goes_on() throws Exception {
        var page =
                page(mvc.perform(get(one("antivirus")).with(access.as(owner))).andExpect(status().isOk()));
        assertThat(page.select("fieldset.question")).hasSize(1);
        assertThat(page.text()).contains("25問のうち2問目");
        mvc.perform(post(one("antivirus"))
                        .with(access.as(owner))
                        .param("seen-antivirus", "0")
                        .param("antivirus", "unknown")
                        .param("then", "next"))
                .andExpect(redirectedUrl(one("strong-passwords")));
        assertThat(answer("antivirus")).isEqualTo("unknown");
        mvc.perform(post(one("rules-made-clear")).with(access.as(owner)).param("then", "next"))
                .andExpect(redirectedUrl("/assessments/" + round.id() + "#done"));
        mvc.perform(post(one("backup"))
                        .with(access.as(owner))
                        .param("seen-backup", "0")
                        .param("none-backup", "on")
                        .param("then", "next"))
                .andExpect(status().is(422));
        mvc.perform(get(one("no-such-question")).with(access.as(owner))).andExpect(status().isNotFound());
    }

    @Test
    void another_company_finds_nothing() throws Exception {
        var stranger = organizations.company();
        mvc.perform(get("/assessments/" + round.id()).with(access.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(get(one("backup")).with(access.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post(one("backup")).with(access.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post("/respondents/" + opener.id() + "/answers").with(access.as(stranger)))
                .andExpect(status().isNotFound());
    }

    private Respondent add(Actor person, Respondent.Kind kind) {
        return assessments.add(
                owner,
                new Respondent(
                        RespondentId.next(), round.id(), kind, person.name(), person.member(), null, null, null));
    }

    private String one(String question) {
        return "/assessments/" + round.id() + "/one/" + question;
    }

    private MockHttpServletRequestBuilder whole(String then) {
        return post("/respondents/" + opener.id() + "/answers")
                .with(access.as(owner))
                .param("then", then);
    }

    private ResultActions save(String question, String json) throws Exception {
        return mvc.perform(post("/respondents/" + opener.id() + "/answers/" + question)
                .with(access.as(owner))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private String answer(String question) {
        return rounds.answers(owner.organization(), opener).stream()
                .filter(one -> one.question().equals(question))
                .map(one -> String.valueOf(one.answer()))
                .findFirst()
                .orElse("");
    }

    private static Document page(ResultActions result) throws Exception {
        return Jsoup.parse(result.andReturn().getResponse().getContentAsString());
    }
}
