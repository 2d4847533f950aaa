package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.handout.HandoutFixtures.HANDBOOK;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Links;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.document.Documents;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Asking and asking again, in an installation that sends mail.
@HoshimoriTest
@TestPropertySource(
        properties = {"hoshimori.signup=open", "spring.mail.host=127.0.0.1", "hoshimori.mail.from=hoshimori@example.jp"
        })
class RemindersTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Organizations companies;

    @Autowired
    HandoutFixtures fixtures;

    @Autowired
    DocumentFixtures documents;

    @Autowired
    Handouts handouts;

    @Autowired
    HandoutRepository stored;

    @Autowired
    RequestRepository requests;

    @Autowired
    Requests.Everybody everybody;

    @Autowired
    Letters letters;

    @Autowired
    Reminders reminders;

    @Autowired
    Reminders.Surroundings surroundings;

    @Autowired
    Documents read;

    @Autowired
    AccessFixtures access;

    @Autowired
    Links links;

    @Autowired
    Outbox outbox;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void people_with_an_address_get_a_mail_and_everybody_a_task() {
        var owner = organizations.company();
        var reached = fixtures.member(owner, "メールの人", null, "a@example.jp");
        var other = fixtures.member(owner, "紙の人", null, null);
        fixtures.handedOut(owner);
        assertThat(mails(owner)).isEqualTo(1);
        assertThat(handouts.reading(owner.organization(), reached.id()).mine()).isEqualTo(1);
        assertThat(handouts.reading(owner.organization(), other.id()).mine()).isEqualTo(1);
    }

    @Test
    void without_the_wish_for_mail_none_is_sent_until_somebody_asks_again() {
        var owner = organizations.company();
        fixtures.member(owner, "メールの人", null, "a@example.jp");
        fixtures.handedOut(owner, new Handout(HANDBOOK, Audience.EVERYBODY, false, false));
        assertThat(mails(owner)).isZero();
        assertThat(reminders.remindOpen(owner, HANDBOOK)).isEqualTo(2);
        assertThat(mails(owner)).isEqualTo(1);
        assertThat(reminders.remindOpen(owner, HANDBOOK)).isZero();
        assertThat(mails(owner)).isEqualTo(1);
    }

    @Test
    void the_job_asks_joiners_and_reminds_three_times_those_who_have_not_confirmed() {
        var owner = organizations.company();
        var organization = owner.organization();
        var late = fixtures.member(owner, "まだの人", null, "a@example.jp");
        fixtures.handedOut(owner);
        handouts.confirm(owner, HANDBOOK, 1);
        var joiner = fixtures.member(owner, "入った人", null, "b@example.jp");
        assertThat(reminders.remindDue(organization)).isZero();
        assertThat(mails(owner)).isEqualTo(2);
        assertThat(handouts.reading(organization, joiner.id()).mine()).isEqualTo(1);
        for (var week = 1; week <= 5; week++) {
            var expected = week <= 3 ? 2 : 0;
            assertThat(after(Duration.ofDays(week * 7L)).remindDue(organization))
                    .isEqualTo(expected);
            assertThat(after(Duration.ofDays(week * 7L)).remindDue(organization))
                    .isZero();
        }
        assertThat(mails(owner)).isEqualTo(8);
        assertThat(trail.newest(organization, Subject.of("member", late.id()), Long.MAX_VALUE, 50))
                .extracting(TrailEntry::action)
                .filteredOn("document-reminded"::equals)
                .hasSize(3);
    }

    @Test
    void a_new_revision_asks_everybody_by_mail_again() {
        var owner = organizations.company();
        var person = fixtures.member(owner, "メールの人", null, "a@example.jp");
        fixtures.handedOut(owner);
        fixtures.next(owner, organizations.person(owner, Role.OWNER));
        assertThat(mails(owner)).isEqualTo(2);
        assertThat(handouts.reading(owner.organization(), person.id()).mine()).isEqualTo(1);
    }

    @Test
    void the_sample_company_writes_to_nobody() {
        var founding = new Organizations.Founding("見本株式会社", "社長", null, EnumSet.of(Role.OWNER), "s@example.jp", true);
        var owner = companies.found(founding);
        fixtures.handedOut(owner);
        reminders.remindOpen(owner, HANDBOOK);
        assertThat(mails(owner)).isZero();
    }

    @Test
    void those_who_may_approve_are_told_that_a_document_waits() {
        var owner = organizations.company();
        var second = companies.found(
                new Organizations.Founding("みなと", "港", null, EnumSet.of(Role.OWNER), "owner@example.jp", false));
        documents.approved(owner, owner, HANDBOOK);
        assertThat(mails(owner)).isZero();
        var asker = organizations.person(second, Role.SECURITY_LEAD);
        access.cookie(second);
        access.cookie(asker);
        documents.asked(asker, HANDBOOK);
        assertThat(mails(second)).isEqualTo(1);
    }

    private int mails(Actor owner) {
        return mails(owner.organization());
    }

    private int mails(OrganizationId organization) {
        return outbox.waiting(organization).waiting();
    }

    /// The same reminders on a later day.
    private Reminders after(Duration time) {
        var later = Clock.offset(clock, time);
        var asking = new Requests(requests, stored, links, letters, everybody, later);
        return new Reminders(handouts, stored, asking, read, trail, surroundings);
    }

    @Test
    void two_clicks_at_once_write_one_mail() throws Exception {
        for (var run = 0; run < 6; run++) {
            var owner = organizations.company();
            fixtures.member(owner, "メールの人", null, "a@example.jp");
            fixtures.handedOut(owner, new Handout(HANDBOOK, Audience.EVERYBODY, false, false));
            Callable<Integer> click = () -> reminders.remindOpen(owner, HANDBOOK);
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var clicked : threads.invokeAll(List.of(click, click))) {
                    clicked.get();
                }
            }
            assertThat(mails(owner)).isEqualTo(1);
        }
    }
}
