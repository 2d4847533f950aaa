package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.home.HomeFixtures.TODAY;
import static org.hoshimori.home.HomeFixtures.company;

import org.hoshimori.control.DecidedControl;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;

class EffortStateTest {

    @Test
    void a_basic_policy_is_never_claimed_to_be_in_force() {
        assertThat(state("overall-policy", company().closed(TODAY, 4))).isEqualTo(EffortState.NOT);
    }

    @Test
    void person_and_money_count_half_each() {
        assertThat(state("budget-and-people", company())).isEqualTo(EffortState.NOT);
        assertThat(state("budget-and-people", company().budget(100_000))).isEqualTo(EffortState.PARTLY);
        assertThat(state("budget-and-people", company().roles(Role.SECURITY_LEAD)))
                .isEqualTo(EffortState.PARTLY);
        assertThat(state(
                        "budget-and-people",
                        company().roles(Role.OWNER, Role.SECURITY_LEAD).budget(0)))
                .isEqualTo(EffortState.DONE);
    }

    @Test
    void controls_are_decided_when_every_weak_question_has_one_that_is_not_dropped() {
        assertThat(state("controls-decided", company())).isEqualTo(EffortState.UNKNOWN);
        assertThat(state("controls-decided", company().closed(TODAY, 4))).isEqualTo(EffortState.DONE);
        var two = company().closed(TODAY, 4).answered("backup", 2).answered("training", -1);
        assertThat(state("controls-decided", two)).isEqualTo(EffortState.NOT);
        two.control("backup", DecidedControl.State.DROPPED, null, null);
        assertThat(state("controls-decided", two)).isEqualTo(EffortState.NOT);
        two.control("backup", DecidedControl.State.PLANNED, null, null);
        assertThat(state("controls-decided", two)).isEqualTo(EffortState.PARTLY);
        two.control("training", DecidedControl.State.DONE, null, null);
        assertThat(state("controls-decided", two)).isEqualTo(EffortState.DONE);
    }

    @Test
    void a_control_for_a_strong_question_covers_no_weak_one() {
        var facts = company()
                .closed(TODAY, 4)
                .answered("backup", 0)
                .control("training", DecidedControl.State.DONE, null, null);
        assertThat(state("controls-decided", facts)).isEqualTo(EffortState.NOT);
    }

    @Test
    void a_review_is_fresh_for_twelve_months_and_old_after_twenty_four() {
        assertThat(state("review-ordered", company())).isEqualTo(EffortState.UNKNOWN);
        assertThat(state("review-ordered", company().closed(TODAY.minusMonths(12), 2)))
                .isEqualTo(EffortState.DONE);
        assertThat(state(
                        "review-ordered", company().closed(TODAY.minusMonths(12).minusDays(1), 2)))
                .isEqualTo(EffortState.PARTLY);
        assertThat(state("review-ordered", company().closed(TODAY.minusMonths(24), 2)))
                .isEqualTo(EffortState.PARTLY);
        assertThat(state(
                        "review-ordered", company().closed(TODAY.minusMonths(24).minusDays(1), 2)))
                .isEqualTo(EffortState.NOT);
    }

    @Test
    void an_answer_is_the_state_and_not_knowing_is_not_zero() {
        assertThat(state("emergency-and-recovery", company())).isEqualTo(EffortState.UNKNOWN);
        var facts = company().closed(TODAY, 4);
        assertThat(state("emergency-and-recovery", facts)).isEqualTo(EffortState.DONE);
        assertThat(state("emergency-and-recovery", facts.answered("incident-readiness", 2)))
                .isEqualTo(EffortState.PARTLY);
        assertThat(state("emergency-and-recovery", facts.answered("incident-readiness", 0)))
                .isEqualTo(EffortState.NOT);
        assertThat(state("emergency-and-recovery", facts.answered("incident-readiness", -1)))
                .isEqualTo(EffortState.UNKNOWN);
    }

    @Test
    void of_two_answers_one_half_is_partly() {
        var facts = company().closed(TODAY, 4).answered("supplier-contracts", 0);
        assertThat(state("outsourcing-responsibility", facts)).isEqualTo(EffortState.PARTLY);
        assertThat(state("outsourcing-responsibility", facts.answered("external-services", 0)))
                .isEqualTo(EffortState.NOT);
    }

    @Test
    void every_effort_says_a_sentence_in_every_state() {
        for (var judgement : HomeFixtures.EDITION.judgements()) {
            for (var state : EffortState.values()) {
                assertThat(state.sentence(judgement.states())).isNotBlank();
            }
        }
    }

    private static EffortState state(String effort, HomeFixtures company) {
        return EffortState.of(HomeFixtures.EDITION.judgements().named(effort).rule(), company.facts());
    }
}
