package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.Set;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.organization.Department.Kind;
import org.hoshimori.organization.Departments.Outcome;
import org.hoshimori.organization.Departments.Refusal;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tree of sites and departments, on the real database.
@HoshimoriTest
class DepartmentsTest {

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    Departments departments;

    @Autowired
    People people;

    @Autowired
    Trail trail;

    @Test
    void each_one_follows_its_parent_sites_before_departments() {
        var owner = fixtures.company();
        var sales = add(owner, null, Kind.DEPARTMENT, "営業部");
        var works = add(owner, null, Kind.SITE, "工場");
        add(owner, works, Kind.DEPARTMENT, "製造課");
        add(owner, sales, Kind.DEPARTMENT, "一課");
        assertThat(departments.all(owner.organization()))
                .extracting(Department::name)
                .containsExactly("工場", "製造課", "営業部", "一課");
    }

    @Test
    void nothing_moves_into_itself_or_below_itself() {
        var owner = fixtures.company();
        var top = add(owner, null, Kind.SITE, "本社");
        var middle = add(owner, top, Kind.DEPARTMENT, "営業部");
        var bottom = add(owner, middle, Kind.DEPARTMENT, "一課");
        for (var target : new Department[] {top, middle, bottom}) {
            assertThat(departments.change(owner, moved(top, target)))
                    .isEqualTo(new Outcome.Refused(Refusal.INTO_ITSELF));
        }
        assertThat(departments.change(owner, moved(bottom, top))).isInstanceOf(Outcome.Done.class);
        assertThat(departments.all(owner.organization())).hasSize(3);
    }

    @Test
    void one_with_people_a_head_or_others_inside_is_not_removed() {
        var owner = fixtures.company();
        var site = add(owner, null, Kind.SITE, "本社");
        var sales = add(owner, site, Kind.DEPARTMENT, "営業部");
        var member = people.add(
                owner,
                new Member(MemberId.next(), "山田", null, sales.id(), null, "", EnumSet.of(Role.EMPLOYEE), Set.of()));
        assertThat(departments.remove(owner, site.id())).isEqualTo(new Outcome.Refused(Refusal.CHILDREN_INSIDE));
        assertThat(departments.remove(owner, sales.id())).isEqualTo(new Outcome.Refused(Refusal.PEOPLE_INSIDE));
        var head = new Member(
                member.id(), "山田", null, null, null, "", EnumSet.of(Role.DEPARTMENT_HEAD), Set.of(sales.id()));
        people.change(owner, head);
        assertThat(departments.remove(owner, sales.id())).isEqualTo(new Outcome.Refused(Refusal.PEOPLE_INSIDE));
        people.leave(owner, member.id());
        assertThat(departments.remove(owner, sales.id())).isInstanceOf(Outcome.Done.class);
        assertThat(departments.remove(owner, site.id())).isInstanceOf(Outcome.Done.class);
        assertThat(departments.all(owner.organization())).isEmpty();
    }

    @Test
    void people_who_left_do_not_hold_a_department() {
        var owner = fixtures.company();
        var sales = add(owner, null, Kind.DEPARTMENT, "営業部");
        var member = people.add(
                owner,
                new Member(MemberId.next(), "山田", null, sales.id(), null, "", EnumSet.of(Role.EMPLOYEE), Set.of()));
        people.leave(owner, member.id());
        assertThat(departments.remove(owner, sales.id())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void renaming_moving_and_turning_into_a_site_are_one_entry_each() {
        var owner = fixtures.company();
        var site = add(owner, null, Kind.SITE, "本社");
        var hall = add(owner, null, Kind.DEPARTMENT, "倉庫");
        departments.change(owner, new Department(hall.id(), site.id(), Kind.SITE, "第一倉庫"));
        assertThat(trail.newest(owner.organization(), Subject.of("department", hall.id()), Long.MAX_VALUE, 9))
                .extracting(TrailEntry::action, TrailEntry::before, TrailEntry::after)
                .containsExactly(
                        tuple("moved", null, "本社"),
                        tuple("changed-kind", "department", "site"),
                        tuple("changed-name", "倉庫", "第一倉庫"),
                        tuple("added", null, "倉庫"));
    }

    @Test
    void another_companys_tree_stays_invisible_and_untouched() {
        var owner = fixtures.company();
        var stranger = fixtures.company();
        var site = add(owner, null, Kind.SITE, "本社");
        assertThat(departments.all(stranger.organization())).isEmpty();
        assertThatThrownBy(() -> departments.remove(stranger, site.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> departments.change(stranger, moved(site, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(stranger, site, Kind.DEPARTMENT, "営業部")).isInstanceOf(NotFound.class);
        assertThat(departments.all(owner.organization())).containsExactly(site);
    }

    private Department add(Actor actor, @Nullable Department parent, Kind kind, String name) {
        var id = parent == null ? null : parent.id();
        return departments.add(actor, new Department(DepartmentId.next(), id, kind, name));
    }

    private static Department moved(Department department, @Nullable Department target) {
        return new Department(
                department.id(), target == null ? null : target.id(), department.kind(), department.name());
    }
}
