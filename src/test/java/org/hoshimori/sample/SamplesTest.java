package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.Guests;
import org.hoshimori.access.Membership;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.control.Controls;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TestDatabase;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class SamplesTest {

    @Autowired
    Samples samples;

    @Autowired
    SampleBuilding building;

    @Autowired
    SignIns signIns;

    @Autowired
    Guests guests;

    @Autowired
    Rounds rounds;

    @Autowired
    People people;

    @Autowired
    Organizations companies;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Trail trail;

    @Autowired
    Controls controls;

    @Autowired
    Database database;

    @Autowired
    Clock clock;

    @Test
    void three_closed_rounds_lie_in_the_past_with_their_real_days() {
        var sample = organization(someone());
        var closed = rounds.closed(sample, Round.SELF_DIAGNOSIS, 10);
        assertThat(closed).extracting(Round::total).containsExactly(66, 48, 31);
        var today = LocalDate.now(clock);
        assertThat(closed)
                .extracting(Round::startedOn)
                .containsExactly(today.minusMonths(1), today.minusMonths(10), today.minusMonths(18));
        assertThat(closed)
                .allMatch(round -> !closedOn(round).isBefore(round.startedOn())
                        && closedOn(round).isBefore(round.startedOn().plusDays(29)));
        assertThat(rounds.open(sample, Round.FIVE_ARTICLES)).isPresent();
    }

    @Test
    void finished_controls_were_finished_after_the_last_round_was_closed() {
        var sample = organization(someone());
        var last = rounds.closed(sample, Round.SELF_DIAGNOSIS, 1).getFirst();
        assertThat(controls.finishedSince(
                        sample, Objects.requireNonNull(last.closedAt()).plusHours(1)))
                .hasSize(2);
    }

    @Test
    void the_company_is_marked_complete_and_its_trail_holds() {
        var sample = organization(someone());
        var company = companies.company(sample);
        assertThat(company.sample()).isTrue();
        assertThat(company.name()).isEqualTo("見本株式会社");
        assertThat(company.facts().employees()).isEqualTo(18);
        assertThat(people.all(sample)).hasSize(8).allMatch(person -> person.email() == null);
        assertThat(people.all(sample))
                .filteredOn(person -> person.is(Role.DEPARTMENT_HEAD))
                .allMatch(person -> person.departments().size() == 1);
        assertThat(trail.brokenAt(sample)).isEmpty();
        var days = trail.newest(sample, null, Long.MAX_VALUE, 500).stream()
                .map(TrailEntry::at)
                .toList();
        assertThat(days).as("newest first, in the order of the days").isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void controls_are_decided_and_some_are_done() {
        var byState = controls.countByState(organization(someone()));
        assertThat(byState).containsEntry("done", 2L).containsEntry("doing", 1L).containsEntry("planned", 3L);
    }

    @Test
    void the_sample_speaks_the_readers_language() {
        var sample = samples.join(someone(), Locale.ENGLISH);
        assertThat(companies.company(sample).name()).isEqualTo("Mihon (Sample) Co. Ltd.");
    }

    @Test
    void asking_twice_leads_to_the_same_company() {
        var signIn = someone();
        var first = samples.join(signIn, Locale.JAPANESE);
        assertThat(samples.join(signIn, Locale.JAPANESE)).isEqualTo(first);
        assertThat(signIns.memberships(signIn)).hasSize(2);
        assertThat(samples.join(someone(), Locale.JAPANESE))
                .as("somebody else's own")
                .isNotEqualTo(first);
    }

    @Test
    void two_clicks_at_once_build_one() throws Exception {
        var signIn = someone();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> organization(signIn));
            var other = threads.submit(() -> organization(signIn));
            assertThat(one.get()).isEqualTo(other.get());
        }
        assertThat(signIns.memberships(signIn)).hasSize(2);
    }

    @Test
    void removing_leaves_no_row_but_the_tombstone() throws SQLException {
        var signIn = someone();
        var sample = organization(signIn);
        var before = rows(sample);
        assertThat(before)
                .containsKeys("organization_company", "assessment_answer", "trail_entry", "access_membership");
        samples.remove(owner(sample));
        assertThat(rows(sample)).containsOnlyKeys("trail_tombstone");
        assertThat(signIns.memberships(signIn)).as("their real company stays").hasSize(1);
    }

    @Test
    void a_guests_sign_in_goes_with_the_company_and_nobody_can_sign_in_with_it() {
        var owner = database.across(_ -> building.build(SampleFile.shipped(), Locale.JAPANESE));
        var guest = guests.create(owner);
        assertThat(signIns.memberships(guest)).containsExactly(new Membership(owner.organization(), owner.member()));
        assertThat(guests.first()).isPresent();
        samples.remove(owner);
        assertThat(signIns.memberships(guest)).isEmpty();
        assertThat(guests.createdBefore(OffsetDateTime.now(clock)))
                .noneMatch(left -> left.organization().equals(owner.organization()));
    }

    @Test
    void what_a_guest_left_behind_goes_after_a_day_once_the_installation_is_set_up() throws SQLException {
        someone();
        var owner = database.across(_ -> building.build(SampleFile.shipped(), Locale.JAPANESE));
        var guest = guests.create(owner);
        assertThat(samples.removeLeftBehind()).as("young").isZero();
        makeOlder(guest);
        assertThat(samples.removeLeftBehind()).isEqualTo(1);
        assertThat(rows(owner.organization())).containsOnlyKeys("trail_tombstone");
    }

    @Test
    void a_real_company_is_never_removed_as_a_sample() {
        var owner = organizations.company();
        assertThatThrownBy(() -> samples.remove(owner)).isInstanceOf(NotFound.class);
        assertThat(companies.company(owner.organization()).sample()).isFalse();
    }

    private LocalDate closedOn(Round round) {
        return Objects.requireNonNull(round.closedAt())
                .atZoneSameInstant(clock.getZone())
                .toLocalDate();
    }

    private OrganizationId organization(SignInId signIn) {
        return samples.join(signIn, Locale.JAPANESE);
    }

    private Actor owner(OrganizationId sample) {
        var owner = people.all(sample).getFirst();
        return people.actor(sample, owner.id()).orElseThrow();
    }

    private SignInId someone() {
        return signIns.create(UUID.randomUUID() + "@example.jp", "correct horse battery", organizations.company());
    }

    /// Every table that has the company in it, with the number of its rows; read by the superuser, past all policies.
    private static Map<String, Integer> rows(OrganizationId organization) throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            var columns = statement.executeQuery("SELECT table_name FROM information_schema.columns"
                    + " WHERE table_schema = 'public' AND column_name = 'organization_id'");
            while (columns.next()) {
                tables.add(columns.getString(1));
            }
            for (var table : tables) {
                var count = statement.executeQuery(
                        "SELECT count(*) FROM " + table + " WHERE organization_id = '" + organization + "'");
                count.next();
                if (count.getInt(1) > 0) {
                    rows.put(table, count.getInt(1));
                }
            }
        }
        return rows;
    }

    private static Connection superuser() throws SQLException {
        var database = TestDatabase.shared();
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return DriverManager.getConnection(database.adminUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
    }

    private static void makeOlder(SignInId guest) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE access_sign_in SET created_at = created_at - interval '2 days' WHERE id = '" + guest + "'");
        }
    }
}
