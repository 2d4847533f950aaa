package org.hoshimori.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class AssessmentPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Assessments assessments;

    @Autowired
    Rounds rounds;

    @Test
    void without_signing_in_the_page_leads_to_the_sign_in() throws Exception {
        mvc.perform(get("/assessments"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/sign-in?next=*"));
    }

    @Test
    void a_round_begins_with_all_25_questions() throws Exception {
        var owner = organizations.company();
        var round = open(owner);
        var html = mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("fieldset.question")).hasSize(25);
        assertThat(Jsoup.parse(html).select("fieldset.question input[type=radio]"))
                .hasSize(100);
    }

    @Test
    void an_answer_is_saved_and_another_companys_round_is_not_found() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        var round = open(owner);
        var respondent = rounds.respondents(owner.organization(), round.id()).getFirst();
        var path = "/respondents/" + respondent.id() + "/answers/backup";
        var given = "{\"answer\":\"partly\",\"notApplicable\":false,\"seenRevision\":0}";
        mvc.perform(post(path)
                        .with(access.as(owner))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(given))
                .andExpect(status().isOk());
        assertThat(rounds.answers(owner.organization(), respondent))
                .extracting(RecordedAnswer::answer)
                .containsExactly("partly");
        mvc.perform(post(path)
                        .with(access.as(stranger))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(given))
                .andExpect(status().isNotFound());
        mvc.perform(get("/assessments/" + round.id()).with(access.as(stranger))).andExpect(status().isNotFound());
    }

    @Test
    void a_round_without_a_name_comes_back_with_the_message_and_what_was_typed() throws Exception {
        var owner = organizations.company();
        var html = mvc.perform(post("/assessments")
                        .with(access.as(owner))
                        .param("name", " ")
                        .param("startedOn", "2026-11-20")
                        .param("scope", "本社"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var page = Jsoup.parse(html);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#name");
        assertThat(page.select("#scope").val()).isEqualTo("本社");
        assertThat(page.select("details[open] #name")).hasSize(1);
    }

    @Test
    void others_can_be_asked_from_the_open_round_by_those_who_lead_it() throws Exception {
        var owner = organizations.company();
        var begin = Jsoup.parse(rounds(owner));
        assertThat(begin.select("details:not([open]) #name")).hasSize(1);
        var ask = "a[href=/assessments/" + open(owner).id() + "/respondents]";
        assertThat(Jsoup.parse(rounds(owner)).select(ask)).hasSize(1);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        assertThat(Jsoup.parse(rounds(employee)).select(ask)).isEmpty();
    }

    private String rounds(Actor actor) throws Exception {
        return mvc.perform(get("/assessments").with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_character_that_cannot_be_stored_is_cleaned_or_refused_in_words() throws Exception {
        var owner = organizations.company();
        var respondent =
                rounds.respondents(owner.organization(), open(owner).id()).getFirst();
        mvc.perform(
                        post("/respondents/" + respondent.id() + "/answers/backup")
                                .with(access.as(owner))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"answer\":\"partly\",\"notApplicable\":false,\"comment\":\"a\\u0000b\",\"seenRevision\":0}"))
                .andExpect(status().isOk());
        assertThat(rounds.answers(owner.organization(), respondent))
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.comment()).doesNotContain("\0").contains("a", "b"));
        mvc.perform(post("/assessments")
                        .with(access.as(owner))
                        .param("name", "a\u0000b")
                        .param("startedOn", "2026-11-20"))
                .andExpect(status().is(422));
    }

    private Round open(Actor owner) {
        return assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, "2026年秋", LocalDate.of(2026, 11, 20), null, null, null));
    }
}
