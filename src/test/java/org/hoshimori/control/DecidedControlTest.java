package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.control.DecidedControl.Due;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Change;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidedControlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final MemberId PERSON = MemberId.next();
    private static final MemberId AUDITOR = MemberId.next();
    private static final Names NAMES = new Names(List.of(member(PERSON, Role.EMPLOYEE), member(AUDITOR, Role.AUDITOR)));

    @ParameterizedTest
    @CsvSource({
        "2026-11-17, OVERDUE, -3",
        "2026-11-20, TODAY, 0",
        "2026-11-23, SOON, 3",
        "2026-11-27, SOON, 7",
        "2026-11-28, LATER, 8"
    })
    void a_date_is_overdue_from_the_day_after(LocalDate due, Due expected, long left) {
        var control = control(State.PLANNED, due);
        assertThat(control.due(TODAY)).isEqualTo(expected);
        assertThat(control.daysLeft(TODAY)).isEqualTo(left);
        assertThat(control.overdue(TODAY)).isEqualTo(expected == Due.OVERDUE);
    }

    @Test
    void what_is_done_or_dropped_is_never_overdue() {
        var past = TODAY.minusDays(1);
        assertThat(control(State.DONE, past).overdue(TODAY)).isFalse();
        assertThat(control(State.DROPPED, past).overdue(TODAY)).isFalse();
        assertThat(control(State.PLANNED, null).overdue(TODAY)).isFalse();
        assertThat(control(State.PLANNED, null).due(TODAY)).isEqualTo(Due.OPEN_END);
    }

    @Test
    void a_control_goes_from_planned_over_doing_to_done_and_back_by_one_step() {
        assertThat(State.PLANNED.next()).containsExactlyInAnyOrder(State.DOING, State.DONE, State.DROPPED);
        assertThat(State.DOING.next()).containsExactlyInAnyOrder(State.DONE, State.DROPPED, State.PLANNED);
        assertThat(State.DONE.next()).containsExactly(State.DOING);
        assertThat(State.DROPPED.next()).containsExactly(State.PLANNED);
        assertThat(State.of("nonsense")).isEmpty();
    }

    @Test
    void the_same_candidate_is_the_same_control_and_ones_own_by_its_title() {
        var own = control(State.PLANNED, TODAY);
        assertThat(new Chosen(null, "control", null).sameAs(own)).isTrue();
        assertThat(new Chosen(null, "another", null).sameAs(own)).isFalse();
        assertThat(new Chosen("candidate", "control", null).sameAs(own)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', control.problem.date",
        "2026-02-30, control.problem.day",
        "12/05, control.problem.day",
        "2026-11-19, control.problem.past",
        "2037-01-01, control.problem.far"
    })
    void a_date_is_a_real_one_not_past_and_not_too_far(String due, String key) {
        var problems = form(PERSON.toString(), due, "").check(Problems.NONE, List.of(), NAMES, TODAY);
        assertThat(problems.list()).extracting(Problems.Problem::key).containsExactly(key);
    }

    @Test
    void the_day_itself_is_good_and_yen_are_read_as_people_write_them() {
        var form = form(PERSON.toString(), "2026-11-20", "１０,０００円");
        assertThat(form.check(Problems.NONE, List.of(), NAMES, TODAY).none()).isTrue();
        assertThat(form.terms()).isEqualTo(new ControlTerms(PERSON, TODAY, 10_000L, null));
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "many", "9999999999999"})
    void yen_are_whole_and_not_negative(String yen) {
        var problems = form(PERSON.toString(), "2026-11-20", yen).check(Problems.NONE, List.of(), NAMES, TODAY);
        assertThat(problems.at("costOnce")).isNotNull();
    }

    @Test
    void work_is_given_to_somebody_of_the_company_who_may_work() {
        for (var person : List.of("", "nobody", MemberId.next().toString(), AUDITOR.toString())) {
            var problems = form(person, "2026-11-20", "").check(Problems.NONE, List.of(), NAMES, TODAY);
            assertThat(problems.at("responsible")).as(person).isNotNull();
        }
    }

    @Test
    void something_must_be_chosen_or_written() {
        var nothing = new DecideForm(List.of("foreign"), " ", null, PERSON.toString(), "2026-11-20", "", "");
        assertThat(nothing.check(Problems.NONE, List.of("offered"), NAMES, TODAY)
                        .at("candidates"))
                .isNotNull();
    }

    @Test
    void a_passed_date_may_stay_when_something_else_changes() {
        var before = TODAY.minusDays(5);
        var form = form(PERSON.toString(), before.toString(), "");
        assertThat(form.checkChange(Problems.NONE, NAMES, TODAY, before).none()).isTrue();
        assertThat(form.checkChange(Problems.NONE, NAMES, TODAY, before.plusDays(1))
                        .at("due"))
                .isNotNull();
    }

    @Test
    void the_day_to_look_again_lies_ahead() {
        var later = new DecideForm.Later("高すぎる", TODAY.toString());
        assertThat(later.check(Problems.NONE, TODAY).at("lookAgainOn")).isNotNull();
        assertThat(new DecideForm.Later("高すぎる", TODAY.plusDays(1).toString())
                        .check(Problems.NONE, TODAY)
                        .none())
                .isTrue();
    }

    @Test
    void a_change_is_told_thing_by_thing() {
        var control = control(State.PLANNED, TODAY);
        var changes = new ControlTerms(PERSON, TODAY.plusDays(1), null, null)
                .changesTo(control, new Chosen(null, "control", null), "A", "A");
        assertThat(changes).containsExactly(new Change("control-date-changed", "2026-11-20", "2026-11-21"));
    }

    private static DecideForm form(String person, String due, String yen) {
        return new DecideForm(null, "title", null, person, due, yen, "");
    }

    private static DecidedControl control(State state, @Nullable LocalDate due) {
        return new DecidedControl(
                ControlId.next(),
                "backup",
                null,
                "control",
                null,
                PERSON,
                due,
                null,
                null,
                state,
                OffsetDateTime.parse("2026-11-01T10:00:00+09:00"));
    }

    private static Member member(MemberId id, Role role) {
        return new Member(id, role.id(), null, null, null, "K7Q2X", Set.of(role), Set.of());
    }
}
