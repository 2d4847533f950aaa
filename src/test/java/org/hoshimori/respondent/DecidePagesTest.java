package org.hoshimori.respondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hoshimori.respondent.RespondentFixtures.page;
import static org.hoshimori.respondent.RespondentFixtures.status;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Decisions;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Combining what respondents said into the company's answers.
@HoshimoriTest
class DecidePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    StatementCount statements;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    RespondentFixtures respondents;

    @Autowired
    Assessments assessments;

    @Autowired
    Decisions decisions;

    @Autowired
    Rounds rounds;

    @Autowired
    Asking asking;

    @Test
    void the_lowest_of_those_who_know_is_proposed_and_the_spread_is_said() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var second = another(owner, round);
        respondents.says(owner, respondents.first(owner, round), "wireless-lan", "implemented");
        respondents.says(owner, second, "wireless-lan", "not");
        respondents.says(owner, respondents.first(owner, round), "backup", "unknown");
        respondents.says(owner, second, "backup", "partly");
        var page = page(respondents.read(mvc, owner, "/assessments/" + round.id() + "/decide"));
        assertThat(page.select("#row-wireless-lan").text()).contains("提案：できていない", "答えが分かれています");
        assertThat(page.select("#row-backup").text()).contains("提案：一部できている").doesNotContain("分かれて");
        assertThat(page.select("#missing").text()).contains("あと23問");
        assertThat(page.select("main").text()).doesNotContain("点数は");
        assertThat(page.select("a[href*='/ask?question=']")).hasSize(23);
    }

    @Test
    void a_decision_that_differs_needs_its_reason_and_nothing_typed_is_lost() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var path = "/assessments/" + round.id() + "/decide";
        respondents.says(owner, respondents.first(owner, round), "wireless-lan", "not");
        respondents.says(owner, respondents.first(owner, round), "backup", "partly");
        var refused = respondents.send(
                mvc,
                owner,
                path,
                Map.of("answer-wireless-lan", "implemented", "answer-backup", "partly", "reason-backup", "毎晩"));
        assertThat(status(refused)).isEqualTo(422);
        assertThat(page(refused).select("[role=alert] a").eachAttr("href")).containsExactly("#reason-wireless-lan");
        assertThat(page(refused).select("#reason-backup").text()).isEqualTo("毎晩");
        assertThat(page(refused).select("#answer-wireless-lan option[selected]").val())
                .isEqualTo("implemented");
        assertThat(decided(owner, round)).isEmpty();
        respondents.send(
                mvc,
                owner,
                path,
                Map.of(
                        "answer-wireless-lan",
                        "implemented",
                        "reason-wireless-lan",
                        "昨日直した",
                        "answer-backup",
                        "partly"));
        assertThat(decided(owner, round))
                .extracting(Decision::question, Decision::answer, Decision::points, Decision::proposed)
                .containsExactlyInAnyOrder(
                        tuple("wireless-lan", "implemented", 4, "not"), tuple("backup", "partly", 2, "partly"));
    }

    @Test
    void what_does_not_exist_here_counts_as_done_with_its_reason() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var path = "/assessments/" + round.id() + "/decide";
        assertThat(status(respondents.send(mvc, owner, path, Map.of("answer-wireless-lan", "not-applicable"))))
                .isEqualTo(422);
        respondents.send(
                mvc, owner, path, Map.of("answer-wireless-lan", "not-applicable", "reason-wireless-lan", "無線はありません"));
        assertThat(decided(owner, round)).singleElement().satisfies(decision -> {
            assertThat(decision.answer()).isEqualTo("implemented");
            assertThat(decision.notApplicable()).isTrue();
            assertThat(decision.points()).isEqualTo(4);
            assertThat(decision.reason()).isEqualTo("無線はありません");
        });
        assertThat(page(respondents.read(mvc, owner, path))
                        .select("#row-wireless-lan option[selected]")
                        .text())
                .contains("独自の目安");
    }

    @Test
    void the_rest_is_decided_as_proposed_with_the_respondents_reason() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var first = respondents.first(owner, round);
        assessments.answer(
                owner.organization(),
                owner.author(),
                first.id(),
                new AnswerChange("wireless-lan", "implemented", true, "無線なし", null, 0));
        respondents.says(owner, first, "backup", "not");
        respondents.send(
                mvc,
                owner,
                "/assessments/" + round.id() + "/decide",
                Map.of("all", "all", "answer-backup", "partly", "reason-backup", "今週から"));
        assertThat(decided(owner, round))
                .extracting(Decision::question, Decision::answer, Decision::reason)
                .containsExactlyInAnyOrder(
                        tuple("wireless-lan", "implemented", "無線なし"), tuple("backup", "partly", "今週から"));
    }

    @Test
    void a_closed_round_refuses_with_an_outcome() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var wish = new Decisions.Wish("wireless-lan", "not", false, "後から");
        var base = "/assessments/" + round.id();
        assertThat(page(respondents.read(mvc, owner, base + "/close")).select("main form"))
                .isEmpty();
        respondents.saysToAll(owner, respondents.first(owner, round), questions(round), "partly");
        assertThat(page(respondents.read(mvc, owner, base + "/close")).select("main form button"))
                .hasSize(1);
        respondents.send(mvc, owner, base + "/close", Map.of());
        assertThat(decisions.decide(owner, round.id(), List.of(wish))).isEqualTo(new Decisions.Outcome.RoundClosed());
        assertThat(assessments.decide(owner, round.id(), decided(owner, round).getFirst()))
                .isEqualTo(new Decisions.Outcome.RoundClosed());
        var late = respondents.send(mvc, owner, base + "/decide", Map.of("answer-wireless-lan", "partly"));
        assertThat(late.getResponse().getRedirectedUrl()).isEqualTo("/results/" + round.id());
        var added = respondents.send(
                mvc,
                owner,
                base + "/respondents",
                Map.of("members", owner.member().toString()));
        assertThat(added.getResponse().getRedirectedUrl()).isEqualTo("/results/" + round.id());
        assertThat(page(respondents.read(mvc, owner, base + "/decide")).select("main select"))
                .isEmpty();
    }

    @Test
    void answers_outside_the_scale_and_long_reasons_are_refused() throws Exception {
        var owner = organizations.company();
        var path = "/assessments/" + respondents.open(owner).id() + "/decide";
        assertThat(status(respondents.send(mvc, owner, path, Map.of("answer-wireless-lan", "perhaps"))))
                .isEqualTo(422);
        var tooLong = Map.of("answer-wireless-lan", "not", "reason-wireless-lan", "理".repeat(2001));
        assertThat(status(respondents.send(mvc, owner, path, tooLong))).isEqualTo(422);
    }

    @Test
    void pages_need_at_most_twelve_statements_however_many_answer() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        for (var i = 0; i < 9; i++) {
            respondents.saysToAll(owner, another(owner, round), questions(round), "partly");
        }
        respondents.saysToAll(owner, respondents.first(owner, round), questions(round), "not");
        var asked = respondents.link(owner, round);
        var base = "/assessments/" + round.id();
        for (var path : List.of(
                base + "/respondents",
                base + "/decide",
                base + "/close",
                base + "/ask",
                base + "/paper",
                base + "/sheet.pdf",
                RespondentFixtures.path(asked))) {
            respondents.read(mvc, owner, path);
            assertThat(statements(owner, path)).as(path).isBetween(3, 12);
        }
    }

    private int statements(Actor owner, String path) throws Exception {
        return statements.of(() -> {
            var result = path.startsWith("/answer/")
                    ? mvc.perform(get(path)).andReturn()
                    : respondents.read(mvc, owner, path);
            assertThat(status(result)).isEqualTo(200);
            return result;
        });
    }

    private Respondent another(Actor owner, Round round) {
        var person = organizations.person(owner, Role.EMPLOYEE);
        return assessments.add(
                owner,
                new Respondent(
                        RespondentId.next(),
                        round.id(),
                        Respondent.Kind.MEMBER,
                        person.name(),
                        person.member(),
                        null,
                        null,
                        null));
    }

    private List<Decision> decided(Actor owner, Round round) {
        return rounds.decisions(owner.organization(), round.id());
    }

    private List<String> questions(Round round) {
        return asking.diagnosis(round, Locale.JAPANESE).questions().stream()
                .map(SelfDiagnosis.Question::id)
                .toList();
    }
}
