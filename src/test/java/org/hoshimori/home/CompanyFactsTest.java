package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.home.HomeFixtures.READER;
import static org.hoshimori.home.HomeFixtures.TODAY;
import static org.hoshimori.home.HomeFixtures.company;
import static org.hoshimori.home.HomeFixtures.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.handout.Handouts;
import org.hoshimori.home.Constellation.Star;
import org.hoshimori.organization.MemberId;
import org.junit.jupiter.api.Test;

class CompanyFactsTest {

    private static final Handouts.Reading NOTHING = new Handouts.Reading(0, false);

    @Test
    void work_is_what_is_planned_or_being_done_the_most_urgent_first() {
        var facts = company()
                .control("training", DecidedControl.State.PLANNED, READER, null)
                .control("backup", DecidedControl.State.DOING, READER, TODAY.plusDays(3))
                .control("antivirus", DecidedControl.State.PLANNED, MemberId.next(), TODAY.minusDays(1))
                .control("disposal", DecidedControl.State.DONE, READER, TODAY.minusDays(9))
                .control("lock-up", DecidedControl.State.DROPPED, READER, TODAY.minusDays(9))
                .facts();
        assertThat(facts.openControls())
                .extracting(DecidedControl::question)
                .containsExactly("antivirus", "backup", "training");
        assertThat(facts.state(READER, NOTHING).work()).isEqualTo(new CompanyState.Work(2, 0, 1, 0, 0));
    }

    @Test
    void what_is_due_today_is_not_late() {
        var facts = company()
                .control("backup", DecidedControl.State.DOING, READER, TODAY)
                .facts();
        assertThat(facts.state(READER, NOTHING).work().mineLate()).isZero();
    }

    @Test
    void a_firm_of_one_person_needs_no_handbook_for_employees() {
        assertThat(company()
                        .employees(0)
                        .facts()
                        .state(READER, NOTHING)
                        .onward()
                        .handbook())
                .isEqualTo(CompanyState.Handbook.HANDED_OUT);
        assertThat(company()
                        .employees(3)
                        .facts()
                        .state(READER, NOTHING)
                        .onward()
                        .handbook())
                .isEqualTo(CompanyState.Handbook.MISSING);
        assertThat(company().facts().state(READER, NOTHING).onward().handbook())
                .isEqualTo(CompanyState.Handbook.MISSING);
    }

    @Test
    void a_new_company_has_an_empty_sky_but_for_what_it_did() {
        assertThat(Constellation.of(company().facts().state(READER, NOTHING)).lit())
                .containsExactly(Star.ARTICLES);
        var facts = company().closed(TODAY, 4).answered("backup", 0).facts();
        var sky = Constellation.of(facts.state(READER, NOTHING));
        assertThat(sky.ahead()).containsExactly(Star.CONTROLS_DECIDED, Star.POLICY_DOCUMENT, Star.DECLARATION);
        assertThat(sky.secondStep()).isEqualTo(3);
        assertThat(sky.stars())
                .filteredOn(Constellation.Drawn::next)
                .singleElement()
                .satisfies(star -> assertThat(star.star()).isEqualTo(Star.CONTROLS_DECIDED));
        assertThat(sky.lines()).hasSize(7).filteredOn(Constellation.Line::lit).hasSize(3);
    }

    @Test
    void all_weak_questions_put_off_leave_nothing_to_decide() {
        var some = company().closed(TODAY, 4).answered("backup", 0).answered("antivirus", 2);
        assertThat(some.deferred("backup").facts().state(READER, NOTHING).undecided())
                .isTrue();
        assertThat(some.deferred("antivirus").facts().state(READER, NOTHING).undecided())
                .isFalse();
    }

    @Test
    void policy_and_declaration_are_never_lit_by_what_is_recorded_today() {
        var facts = company().closed(TODAY, 4).facts();
        assertThat(Constellation.of(facts.state(READER, NOTHING)).ahead())
                .containsExactly(Star.POLICY_DOCUMENT, Star.DECLARATION);
    }

    @Test
    void a_trend_needs_two_rounds_and_reads_from_old_to_new() {
        assertThat(Trend.of(List.of(round(TODAY, 60)))).isNull();
        var trend = Objects.requireNonNull(Trend.of(List.of(
                round(LocalDate.of(2026, 11, 1), 66),
                round(LocalDate.of(2026, 5, 1), 48),
                round(LocalDate.of(2025, 11, 1), 31))));
        assertThat(trend.points()).extracting(Trend.Point::total).containsExactly(31, 48, 66);
        assertThat(trend.points()).extracting(Trend.Point::across).containsExactly("10.0", "50.0", "90.0");
        assertThat(trend.points()).extracting(Trend.Point::down).containsExactly("140.4", "113.2", "84.4");
        assertThat(trend.points()).extracting(Trend.Point::newYear).containsExactly(2025, 2026, null);
        assertThat(trend.gained()).isEqualTo(18);
        assertThat(trend.toGoal()).isEqualTo(4);
        assertThat(trend.goal()).isEqualTo("78.0");
    }

    @Test
    void a_total_below_zero_stays_above_the_words_under_the_chart() {
        var trend = Objects.requireNonNull(Trend.of(List.of(round(TODAY, 100), round(TODAY.minusMonths(6), -25))));
        assertThat(trend.points()).extracting(Trend.Point::down).containsExactly("190.0", "30.0");
    }
}
