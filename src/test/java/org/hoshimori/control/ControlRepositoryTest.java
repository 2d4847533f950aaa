package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.control.ControlRegister.MoveOutcome;
import org.hoshimori.control.ControlRegister.Weak;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls.Filter;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class ControlRepositoryTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    ControlFixtures fixtures;

    @Autowired
    ControlRepository repository;

    @Autowired
    ControlNoteRepository notes;

    @Autowired
    ControlRegister register;

    @Autowired
    Controls controls;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void open_controls_come_first_by_date_page_by_page() {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        var today = fixtures.today();
        var late = fixtures.control(owner, round, "later", owner.member(), today.plusDays(9));
        var soon = fixtures.control(owner, round, "soon", owner.member(), today);
        var sameDay = fixtures.control(owner, round, "same day", owner.member(), today);
        var done = fixtures.control(owner, round, "done", owner.member(), today);
        register.move(owner, done.id(), State.DONE, "");
        var organization = owner.organization();
        var read = new ArrayList<ControlId>();
        DecidedControl last = null;
        List<DecidedControl> page;
        do {
            page = repository.slice(organization, Filter.ALL, last, 2);
            page.forEach(one -> read.add(one.id()));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == 2);
        assertThat(read).containsExactly(soon.id(), sameDay.id(), late.id(), done.id());
        assertThat(controls.all(organization)).extracting(DecidedControl::id).containsExactlyElementsOf(read);
        assertThat(controls.countByState(organization))
                .isEqualTo(Map.of("planned", 3L, "doing", 0L, "done", 1L, "dropped", 0L));
        assertThat(repository.board(organization, Filter.ALL, 1))
                .extracting(DecidedControl::id)
                .containsExactly(soon.id(), done.id());
    }

    @Test
    void another_companys_controls_stay_invisible() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var round = fixtures.closedRound(owner);
        var control = fixtures.control(owner, round, "title", owner.member(), fixtures.today());
        register.defer(owner, "antivirus", "高い", fixtures.today().plusDays(30));
        var theirs = stranger.organization();
        var before = OffsetDateTime.now(clock).minusDays(1);
        register.move(owner, control.id(), State.DONE, "");
        assertThat(controls.finishedSince(owner.organization(), before)).hasSize(1);
        assertThat(controls.finishedSince(owner.organization(), before.plusDays(2)))
                .isEmpty();
        assertThat(controls.finishedSince(theirs, before)).isEmpty();
        assertThat(repository.find(theirs, control.id())).isEmpty();
        assertThat(repository.open(theirs, "backup")).isEmpty();
        assertThat(controls.all(theirs)).isEmpty();
        assertThat(controls.of(theirs, owner.member())).isEmpty();
        assertThat(repository.board(theirs, Filter.ALL, 9)).isEmpty();
        assertThat(repository.loads(theirs, Filter.ALL, fixtures.today())).isEmpty();
        assertThat(repository.toRemind(
                        theirs, List.of(owner.member()), fixtures.today().plusDays(3), 9))
                .isEmpty();
        assertThat(notes.deferrals(owner.organization())).hasSize(1);
        assertThat(notes.deferrals(theirs)).isEmpty();
        assertThat(notes.opinions(theirs, control.id(), 9)).isEmpty();
        assertThat(notes.files(theirs, control.id())).isEmpty();
    }

    @Test
    void costs_are_counted_per_person_and_dropped_ones_do_not_cost() {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var round = fixtures.closedRound(owner);
        var today = fixtures.today();
        fixtures.control(owner, round, "one", owner.member(), today.plusDays(1));
        var done = fixtures.control(owner, round, "two", employee.member(), today.plusDays(1));
        var dropped = fixtures.control(owner, round, "three", employee.member(), today.plusDays(1));
        register.move(owner, done.id(), State.DONE, "");
        register.move(owner, dropped.id(), State.DROPPED, "いらない");
        var loads = repository.loads(owner.organization(), Filter.ALL, today.plusDays(2));
        assertThat(loads.stream().mapToLong(Controls.Load::onceToPay).sum()).isEqualTo(10_000);
        assertThat(loads.stream().mapToLong(Controls.Load::yearlyRunning).sum()).isEqualTo(4_800);
        assertThat(loads.stream().mapToLong(Controls.Load::overdue).sum()).isEqualTo(1);
        assertThat(controls.of(owner.organization(), employee.member()))
                .extracting(DecidedControl::id)
                .containsExactlyInAnyOrder(done.id(), dropped.id());
    }

    @Test
    void deciding_twice_adds_once_and_ends_not_now() {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        register.defer(owner, "backup", "忙しい", fixtures.today().plusDays(30));
        register.defer(owner, "backup", "まだ忙しい", fixtures.today().plusDays(60));
        assertThat(notes.deferrals(owner.organization()))
                .extracting(ControlRegister.Deferral::reason)
                .containsExactly("まだ忙しい");
        var chosen = List.of(new Chosen("weekly-copy", "週に1回写す", "…"), new Chosen(null, "もう1つ", null));
        var terms = new ControlTerms(owner.member(), fixtures.today(), 10_000L, null);
        var weak = new Weak(round, "backup");
        assertThat(register.decide(owner, weak, chosen, terms)).hasSize(2);
        assertThat(register.decide(owner, weak, chosen, terms)).isEmpty();
        assertThat(repository.open(owner.organization(), "backup"))
                .extracting(DecidedControl::costOnceYen)
                .containsExactlyInAnyOrder(10_000L, null);
        assertThat(notes.deferrals(owner.organization())).isEmpty();
    }

    @Test
    void moving_on_is_checked_recorded_and_may_be_undone() {
        var owner = organizations.company();
        var control = fixtures.control(owner, fixtures.closedRound(owner), "title", owner.member(), fixtures.today());
        var id = control.id();
        assertThat(register.move(owner, id, State.DROPPED, "")).isEqualTo(new MoveOutcome.ReasonMissing());
        assertThat(register.move(owner, id, State.DONE, "")).isEqualTo(new MoveOutcome.Moved());
        assertThat(register.move(owner, id, State.DONE, "")).isEqualTo(new MoveOutcome.Moved());
        assertThat(register.move(owner, id, State.PLANNED, "")).isEqualTo(new MoveOutcome.NotFrom(State.DONE));
        assertThat(register.move(owner, id, State.DOING, "")).isEqualTo(new MoveOutcome.Moved());
        assertThat(repository.find(owner.organization(), id).orElseThrow().finishedAt())
                .isNull();
        assertThat(trail.newest(owner.organization(), Subject.of("control", id), Long.MAX_VALUE, 9))
                .extracting(TrailEntry::action)
                .containsExactly("control-doing", "control-done", "control-decided");
    }

    @Test
    void a_control_cannot_be_written_into_another_company() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var control = fixtures.control(owner, fixtures.closedRound(owner), "title", owner.member(), fixtures.today());
        assertThat(repository.move(stranger.organization(), control, State.DONE, null, OffsetDateTime.now(clock)))
                .isFalse();
        assertThat(repository
                        .find(owner.organization(), control.id())
                        .orElseThrow()
                        .control()
                        .state())
                .isEqualTo(State.PLANNED);
    }
}
