package org.hoshimori.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class NextRoundTest {

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

    @Test
    void the_page_offers_the_weak_and_unknown_questions_of_the_last_round() throws Exception {
        var owner = organizations.company();
        fixtures.closed(owner);
        var page = page(mvc.perform(get("/assessments").with(access.as(owner))));
        assertThat(page.select("input[name=asked]")).hasSize(2);
        assertThat(page.select("label:has(input[name=asked][value=weak])").text())
                .contains("2問だけ");
        assertThat(page.select("details li").eachText()).containsExactly("問9　Wi-Fiの安全", "問11　データの控え");
    }

    @Test
    void only_weak_questions_are_asked_and_the_others_count_as_before() throws Exception {
        var owner = organizations.company();
        var before = fixtures.closed(owner);
        begin(owner, "weak").andExpect(status().isSeeOther());
        var round = rounds.open(owner.organization(), Round.SELF_DIAGNOSIS).orElseThrow();
        assertThat(round.basedOn()).isEqualTo(before.id());
        var opener = fixtures.opener(owner, round);
        assertThat(opener.questions()).containsExactly("wireless-lan", "backup");
        assertThat(rounds.answers(owner.organization(), opener)).isEmpty();
        assertThat(rounds.answers(owner.organization(), round.id())).hasSize(23);
        assertThat(assessments.close(owner, round.id())).isInstanceOf(CloseOutcome.Incomplete.class);
        fixtures.answer(owner, opener, "backup", "implemented");
        fixtures.answer(owner, opener, "wireless-lan", "implemented");
        assertThat(assessments.close(owner, round.id()))
                .isInstanceOfSatisfying(
                        CloseOutcome.Closed.class,
                        closed -> assertThat(closed.score().total()).isEqualTo(100));
    }

    @Test
    void asked_everything_the_opener_starts_from_the_earlier_answers() throws Exception {
        var owner = organizations.company();
        fixtures.closed(owner);
        begin(owner, "all").andExpect(status().isSeeOther());
        var round = rounds.open(owner.organization(), Round.SELF_DIAGNOSIS).orElseThrow();
        assertThat(round.asked()).isNull();
        assertThat(rounds.respondents(owner.organization(), round.id())).hasSize(1);
        var opener = fixtures.opener(owner, round);
        assertThat(rounds.answers(owner.organization(), opener)).hasSize(25);
        assertThat(fixtures.answer(owner, opener, "backup", "implemented")).isInstanceOf(AnswerOutcome.Saved.class);
    }

    @Test
    void a_date_far_away_comes_back_with_a_sentence() throws Exception {
        var owner = organizations.company();
        var page = page(mvc.perform(post("/assessments")
                        .with(access.as(owner))
                        .param("name", "春")
                        .param("startedOn", "2002-01-01"))
                .andExpect(status().is(422)));
        assertThat(page.select("#startedOn-error").text()).contains("1年前から1か月先");
        assertThat(page.select("#name").val()).isEqualTo("春");
    }

    @Test
    void an_employee_sees_the_list_but_begins_nothing() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var page =
                page(mvc.perform(get("/assessments").with(access.as(employee))).andExpect(status().isOk()));
        assertThat(page.select("form[action=/assessments]")).isEmpty();
        begin(employee, "all").andExpect(status().isForbidden());
    }

    @Test
    void an_answer_outside_the_scale_is_refused() {
        var owner = organizations.company();
        var opener = fixtures.opener(owner, fixtures.open(owner));
        assertThat(fixtures.answer(owner, opener, "backup", "perfect")).isInstanceOf(AnswerOutcome.NotAsked.class);
        assertThat(fixtures.answer(owner, opener, "no-such-question", "partly"))
                .isInstanceOf(AnswerOutcome.NotAsked.class);
    }

    private ResultActions begin(Actor actor, String asked) throws Exception {
        return mvc.perform(post("/assessments")
                .with(access.as(actor))
                .param("name", "次の回")
                .param("startedOn", Today.inJapan().toString())
                .param("asked", asked));
    }

    private static Document page(ResultActions result) throws Exception {
        return Jsoup.parse(result.andReturn().getResponse().getContentAsString());
    }
}
