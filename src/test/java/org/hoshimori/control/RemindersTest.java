package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class RemindersTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Organizations companies;

    @Autowired
    People people;

    @Autowired
    ControlFixtures fixtures;

    @Autowired
    ControlRegister register;

    @Autowired
    Reminders reminders;

    @Autowired
    Trail trail;

    @Test
    void a_date_is_reminded_of_once_and_a_new_date_again() {
        var owner = organizations.company();
        var person = withMail(owner);
        var today = fixtures.today();
        var control = fixtures.control(owner, fixtures.closedRound(owner), "写し", person, today.plusDays(3));
        assertThat(reminders.remind(owner.organization())).isEqualTo(1);
        assertThat(reminders.remind(owner.organization())).isZero();
        var words = new Chosen(null, "別の名前", null);
        register.change(owner, control.id(), words, new ControlTerms(person, today.plusDays(3), null, null));
        assertThat(reminders.remind(owner.organization())).isZero();
        register.change(owner, control.id(), words, new ControlTerms(person, today.plusDays(2), null, null));
        assertThat(reminders.remind(owner.organization())).isEqualTo(1);
        assertThat(trail.newest(owner.organization(), Subject.of("control", control.id()), Long.MAX_VALUE, 50))
                .extracting(TrailEntry::action)
                .filteredOn("control-reminded"::equals)
                .hasSize(2);
    }

    @Test
    void all_of_a_persons_controls_go_into_one_mail() {
        var owner = organizations.company();
        var person = withMail(owner);
        var round = fixtures.closedRound(owner);
        fixtures.control(owner, round, "一", person, fixtures.today());
        fixtures.control(owner, round, "二", person, fixtures.today().plusDays(1));
        assertThat(reminders.remind(owner.organization())).isEqualTo(1);
    }

    @Test
    void far_dates_done_controls_and_people_without_an_address_are_left_alone() {
        var owner = organizations.company();
        var person = withMail(owner);
        var round = fixtures.closedRound(owner);
        fixtures.control(owner, round, "遠い", person, fixtures.today().plusDays(4));
        fixtures.control(owner, round, "宛先なし", owner.member(), fixtures.today());
        var done = fixtures.control(owner, round, "済み", person, fixtures.today());
        register.move(owner, done.id(), State.DONE, "");
        assertThat(reminders.remind(owner.organization())).isZero();
    }

    @Test
    void the_sample_company_sends_no_mail() {
        var owner = companies.found(
                new Organizations.Founding("見本株式会社", "見本", null, EnumSet.of(Role.OWNER), "owner@example.jp", true));
        fixtures.control(owner, fixtures.closedRound(owner), "写し", owner.member(), fixtures.today());
        assertThat(reminders.remind(owner.organization())).isZero();
    }

    private MemberId withMail(Actor owner) {
        return people.add(
                        owner,
                        new Member(
                                MemberId.next(),
                                "海 花子",
                                null,
                                null,
                                "hanako@example.jp",
                                "",
                                Set.of(Role.EMPLOYEE),
                                Set.of()))
                .id();
    }
}
