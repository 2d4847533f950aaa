package org.hoshimori.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.database.StorageRefusal;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Writing while somebody closes: in before the snapshot, or refused in words; never lost silently, never a deadlock.
@HoshimoriTest
class ClosingRaceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Database database;

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
    void the_database_itself_refuses_a_change_of_a_closed_round() {
        var owner = organizations.company();
        var round = fixtures.closed(owner);
        var opener = fixtures.opener(owner, round);
        for (var verb : List.<Runnable>of(
                () -> assessments.finish(owner.organization(), owner.author(), opener),
                () -> assessments.remove(owner, opener),
                () -> assessments.add(owner, Respondent.opener(round, owner)))) {
            assertThatThrownBy(verb::run)
                    .satisfies(failure -> assertThat(StorageRefusal.of(failure)).contains(StorageRefusal.ROUND_CLOSED));
        }
        assertThat(rounds.respondents(owner.organization(), round.id())).containsExactly(opener);
    }

    @Test
    void nothing_is_taken_out_of_a_closed_round() {
        var owner = organizations.company();
        var closed = fixtures.closed(owner);
        var open = fixtures.open(owner);
        assertThatThrownBy(() -> database.within(
                        owner.organization(),
                        sql -> sql.execute(
                                "UPDATE assessment_decision SET round_id = ?::uuid WHERE round_id = ?::uuid",
                                open.id().toString(),
                                closed.id().toString())))
                .satisfies(failure -> assertThat(StorageRefusal.of(failure)).contains(StorageRefusal.ROUND_CLOSED));
    }

    @Test
    void an_answer_that_races_with_closing_counts_or_is_refused() throws Exception {
        for (int run = 0; run < 12; run++) {
            var owner = organizations.company();
            var round = fixtures.open(owner);
            fixtures.answerAll(owner, round, "implemented");
            var opener = fixtures.opener(owner, round);
            var said = together(
                    () -> fixtures.answer(owner, opener, "backup", "not"), () -> assessments.close(owner, round.id()));
            assertThat(said.getLast()).isInstanceOf(CloseOutcome.Closed.class);
            var isCounted = rounds.decisions(owner.organization(), round.id()).stream()
                    .anyMatch(decision -> decision.question().equals("backup")
                            && decision.answer().equals("not"));
            assertThat(said.getFirst())
                    .isInstanceOf(isCounted ? AnswerOutcome.Saved.class : AnswerOutcome.RoundClosed.class);
        }
    }

    @Test
    void two_who_save_and_close_at_once_both_get_a_page() throws Exception {
        for (int run = 0; run < 8; run++) {
            var owner = organizations.company();
            var round = fixtures.open(owner);
            fixtures.answerAll(owner, round, "implemented");
            var opener = fixtures.opener(owner, round);
            access.cookie(owner);
            Callable<Integer> close = () -> send(owner, opener, "close", "partly");
            Callable<Integer> save = () -> send(owner, opener, "stay", "not");
            var statuses = together(close, save);
            assertThat(statuses).allSatisfy(one -> assertThat(one).isIn(302, 303, 409, 422));
            assertThat(rounds.round(owner.organization(), round.id()).closed()
                            || statuses.getFirst().equals(422))
                    .isTrue();
        }
    }

    @Test
    void what_comes_too_late_is_said_and_a_double_click_is_not() throws Exception {
        var owner = organizations.company();
        var round = fixtures.closed(owner);
        var opener = fixtures.opener(owner, round);
        var path = "/respondents/" + opener.id() + "/answers";
        mvc.perform(post(path).with(access.as(owner)).param("seen-backup", "2").param("backup", "not"))
                .andExpect(status().isConflict());
        mvc.perform(post(path).with(access.as(owner)).param("backup", "partly").param("seen-backup", "2"))
                .andExpect(redirectedUrl("/assessments/" + round.id()));
        mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)))
                .andExpect(redirectedUrl("/results/" + round.id()));
    }

    private int send(Actor actor, Respondent respondent, String then, String answer) throws Exception {
        return mvc.perform(post("/respondents/" + respondent.id() + "/answers")
                        .with(access.as(actor))
                        .param("backup", answer)
                        .param("seen-backup", "1")
                        .param("then", then))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /// Both at the same moment, each in a thread of its own.
    private static <T> List<T> together(Callable<? extends T> one, Callable<? extends T> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<? extends T>>();
            for (var work : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
