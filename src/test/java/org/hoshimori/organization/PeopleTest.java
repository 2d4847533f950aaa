package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.organization.People.Outcome;
import org.hoshimori.organization.People.Refusal;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who may become and stay what; on the real database.
@HoshimoriTest
class PeopleTest {

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    Trail trail;

    @Test
    void the_last_owner_neither_leaves_nor_loses_the_role() {
        var owner = fixtures.company();
        assertThat(people.leave(owner, owner.member())).isEqualTo(new Outcome.Refused(Refusal.LAST_OWNER));
        assertThat(people.change(owner, as(owner, owner, Role.EMPLOYEE)))
                .isEqualTo(new Outcome.Refused(Refusal.LAST_OWNER));
        assertThat(people.member(owner.organization(), owner.member()).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void with_a_second_owner_the_first_may_go() {
        var owner = fixtures.company();
        var second = fixtures.person(owner, Role.OWNER);
        assertThat(people.leave(owner, owner.member())).isInstanceOf(Outcome.Done.class);
        assertThat(people.find(owner.organization(), owner.member())).isEmpty();
        assertThat(people.leave(second, second.member())).isEqualTo(new Outcome.Refused(Refusal.LAST_OWNER));
    }

    @Test
    void of_two_owners_who_leave_at_the_same_time_one_stays() throws Exception {
        var owner = fixtures.company();
        var second = fixtures.person(owner, Role.OWNER);
        List<Callable<Outcome>> leaving =
                List.of(() -> people.leave(owner, owner.member()), () -> people.leave(second, second.member()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = 0;
            for (var outcome : threads.invokeAll(leaving)) {
                done += outcome.get() instanceof Outcome.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(people.all(owner.organization())).hasSize(1);
    }

    @Test
    void only_an_owner_makes_or_changes_an_owner() {
        var owner = fixtures.company();
        var lead = fixtures.person(owner, Role.SECURITY_LEAD);
        var employee = fixtures.person(owner, Role.EMPLOYEE);
        assertThat(people.change(lead, as(lead, employee, Role.OWNER)))
                .isEqualTo(new Outcome.Refused(Refusal.OWNERS_ONLY));
        assertThat(people.change(lead, as(lead, lead, Role.OWNER, Role.SECURITY_LEAD)))
                .isEqualTo(new Outcome.Refused(Refusal.OWNERS_ONLY));
        assertThat(people.leave(lead, owner.member())).isEqualTo(new Outcome.Refused(Refusal.OWNERS_ONLY));
        assertThatIllegalArgumentException().isThrownBy(() -> fixtures.person(lead, Role.OWNER));
        assertThat(people.change(owner, as(owner, employee, Role.OWNER))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_company_that_a_lead_founded_can_get_its_first_owner_and_keeps_its_last_lead() {
        var lead = organizations.found(
                new Organizations.Founding("みなと商店", "港 花子", null, EnumSet.of(Role.SECURITY_LEAD), null, false));
        assertThat(people.leave(lead, lead.member())).isEqualTo(new Outcome.Refused(Refusal.LAST_LEAD));
        assertThat(people.change(lead, as(lead, lead, Role.TRAINER))).isEqualTo(new Outcome.Refused(Refusal.LAST_LEAD));
        assertThat(people.mayMakeOwner(lead)).isTrue();
        fixtures.person(lead, Role.OWNER);
        assertThat(people.mayMakeOwner(lead)).isFalse();
        assertThat(people.leave(lead, lead.member())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void each_changed_fact_of_a_person_is_one_entry() {
        var owner = fixtures.company();
        var hall = departments.add(owner, new Department(DepartmentId.next(), null, Department.Kind.SITE, "本社"));
        var member = people.add(owner, person("山田 太郎", Role.EMPLOYEE));
        people.change(
                owner,
                new Member(
                        member.id(),
                        "山田 太郎",
                        "課長",
                        hall.id(),
                        null,
                        "",
                        EnumSet.of(Role.DEPARTMENT_HEAD, Role.TRAINER),
                        Set.of(hall.id())));
        assertThat(trail.newest(owner.organization(), Subject.of("member", member.id()), Long.MAX_VALUE, 9))
                .extracting(TrailEntry::action, TrailEntry::after)
                .containsExactly(
                        tuple("changed-lead", "本社"),
                        tuple("changed-department", "本社"),
                        tuple("changed-roles", "department-head, trainer"),
                        tuple("changed-job-title", "課長"),
                        tuple("added", "山田 太郎: employee"));
        var stored = people.member(owner.organization(), member.id());
        assertThat(stored.personalCode()).isEqualTo(member.personalCode()).hasSize(5);
        assertThat(stored.departments()).containsExactly(hall.id());
    }

    @Test
    void people_are_found_by_a_part_of_the_name_whatever_the_spaces_and_page_by_page() {
        var owner = fixtures.company();
        var names = List.of("山田 太郎", "山田　花子", "山本 次郎", "100%の人");
        names.forEach(name -> people.add(owner, person(name, Role.EMPLOYEE)));
        assertThat(people.some(owner.organization(), "田太", null, 9))
                .extracting(Member::name)
                .containsExactly("山田 太郎");
        assertThat(people.some(owner.organization(), "山田", null, 9)).hasSize(2);
        assertThat(people.some(owner.organization(), "%", null, 9))
                .extracting(Member::name)
                .containsExactly("100%の人");
        var first = people.some(owner.organization(), "", null, 3);
        var second = people.some(owner.organization(), "", first.getLast().id(), 3);
        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(2);
    }

    @Test
    void another_companys_people_stay_invisible_and_unchanged() {
        var owner = fixtures.company();
        var stranger = fixtures.company();
        assertThat(people.find(stranger.organization(), owner.member())).isEmpty();
        assertThat(people.all(stranger.organization())).extracting(Member::id).containsExactly(stranger.member());
        assertThat(people.some(stranger.organization(), "", null, 9)).hasSize(1);
        assertThatThrownBy(() -> people.leave(stranger, owner.member())).isInstanceOf(NotFound.class);
        assertThat(people.find(owner.organization(), owner.member())).isPresent();
    }

    @Test
    void the_hint_names_whoever_holds_everything_until_something_is_divided() {
        var owner = fixtures.company();
        assertThat(people.overburdened(owner.organization())).isEmpty();
        var everything = new Role[] {Role.OWNER, Role.SECURITY_LEAD, Role.SYSTEM_ADMIN, Role.TRAINER, Role.INSPECTOR};
        people.change(owner, as(owner, owner, everything));
        assertThat(people.overburdened(owner.organization())).containsExactly(owner.name());
        people.change(owner, as(owner, owner, Role.OWNER, Role.SECURITY_LEAD, Role.SYSTEM_ADMIN, Role.TRAINER));
        assertThat(people.overburdened(owner.organization())).isEmpty();
    }

    private static Member person(String name, Role role) {
        return new Member(MemberId.next(), name, null, null, null, "", EnumSet.of(role), Set.of());
    }

    private Member as(Actor actor, Actor person, Role first, Role... others) {
        var known = people.member(actor.organization(), person.member());
        return new Member(known.id(), known.name(), null, null, null, "", EnumSet.of(first, others), Set.of());
    }

    private Member as(Actor actor, Actor person, Role[] roles) {
        return as(actor, person, roles[0], Arrays.copyOfRange(roles, 1, roles.length));
    }
}
