package org.hoshimori.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The record that cannot be quietly changed: not by the application, not by the owner of the tables.
@HoshimoriTest
class TrailTest {

    private static final Author AUTHOR = new Author(null, "港 一郎");
    private static final Subject ROUND = new Subject("round", "1");

    @Autowired
    Trail trail;

    @Autowired
    Database database;

    @Test
    void entries_are_numbered_per_company_and_come_newest_first() {
        var one = filled(3);
        var other = filled(1);
        assertThat(trail.newest(one, null, Long.MAX_VALUE, 9))
                .extracting(TrailEntry::sequence)
                .containsExactly(3L, 2L, 1L);
        assertThat(trail.newest(other, null, Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(trail.newest(one, null, 3, 1))
                .singleElement()
                .extracting(TrailEntry::after)
                .isEqualTo("2");
    }

    @Test
    void entries_are_found_by_object_and_by_kind() {
        var company = filled(2);
        trail.append(company, AUTHOR, new Subject("control", "7"), Change.of("control-decided"));
        trail.append(company, AUTHOR, new Subject("control", "8"), Change.of("control-decided"));
        assertThat(trail.newest(company, new Subject("control", "7"), Long.MAX_VALUE, 9))
                .hasSize(1);
        assertThat(trail.newestOf(company, "control", Long.MAX_VALUE, 9))
                .extracting(TrailEntry::sequence)
                .containsExactly(4L, 3L);
        assertThat(trail.newestOf(company, "member", Long.MAX_VALUE, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trail_entry SET after = 'other'",
                "DELETE FROM trail_entry",
                "TRUNCATE trail_entry",
                "DELETE FROM trail_tombstone"
            })
    void the_applications_role_changes_nothing(String sql) {
        var company = filled(2);
        refused(TestDatabase.shared().application(), company, sql);
        assertThat(trail.newest(company, null, Long.MAX_VALUE, 9)).hasSize(2);
        assertThat(trail.brokenAt(company)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE trail_entry SET after = 'other'", "DELETE FROM trail_entry", "TRUNCATE trail_entry"})
    void the_owner_of_the_tables_meets_the_trigger(String sql) {
        var company = filled(2);
        assertThat(refused(TestDatabase.shared().owner(), company, sql)).contains("append-only");
        assertThat(trail.newest(company, null, Long.MAX_VALUE, 9)).hasSize(2);
    }

    @Test
    void a_row_that_a_superuser_changed_shows() throws SQLException {
        var company = filled(5);
        var untouched = filled(5);
        assertThat(trail.brokenAt(company)).isEmpty();
        asSuperuser("UPDATE trail_entry SET actor_name = 'nobody' WHERE sequence = 3 AND organization_id = '" + company
                + "'");
        assertThat(trail.brokenAt(company)).hasValue(3);
        assertThat(trail.brokenAt(untouched)).isEmpty();
    }

    @Test
    void a_row_that_a_superuser_took_out_shows() throws SQLException {
        var company = filled(5);
        asSuperuser("DELETE FROM trail_entry WHERE sequence = 2 AND organization_id = '" + company + "'");
        assertThat(trail.brokenAt(company)).hasValue(3);
    }

    @Test
    void text_moved_from_one_field_to_the_next_shows() throws SQLException {
        var company = OrganizationId.next();
        trail.append(company, AUTHOR, ROUND, new Change("changed-name", "a", "b"));
        asSuperuser("UPDATE trail_entry SET before = 'ab', after = '' WHERE organization_id = '" + company + "'");
        assertThat(trail.brokenAt(company)).hasValue(1);
    }

    @Test
    void the_newest_entries_cut_off_show() throws SQLException {
        var company = filled(3);
        asSuperuser("DELETE FROM trail_entry WHERE sequence = 3 AND organization_id = '" + company + "'");
        assertThat(trail.brokenAt(company)).hasValue(3);
    }

    @Test
    void a_head_that_was_taken_away_shows() throws SQLException {
        var company = filled(3);
        asSuperuser("DELETE FROM trail_head WHERE organization_id = '" + company + "'");
        assertThat(trail.brokenAt(company)).hasValue(4);
        assertThat(trail.brokenAt(OrganizationId.next())).isEmpty();
    }

    @Test
    void erasing_removes_the_whole_chain_and_leaves_a_tombstone() throws SQLException {
        var company = filled(3);
        var other = filled(2);
        trail.erase(company);
        assertThat(trail.newest(company, null, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(trail.newest(other, null, Long.MAX_VALUE, 9)).hasSize(2);
        try (var connection = superuser();
                var found = connection
                        .createStatement()
                        .executeQuery("SELECT entries, octet_length(last_hash) FROM trail_tombstone"
                                + " WHERE organization_id = '" + company + "'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(3);
            assertThat(found.getInt(2)).isEqualTo(32);
        }
    }

    @Test
    void only_the_bound_company_is_erased() {
        var company = filled(2);
        var bound = filled(1);
        assertThat(refused(TestDatabase.shared().application(), bound, "SELECT trail_erase('" + company + "', now())"))
                .contains("bound");
        assertThat(trail.newest(company, null, Long.MAX_VALUE, 9)).hasSize(2);
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_entry() {
        var company = filled(1);
        assertThatThrownBy(() -> database.transact(company, () -> {
                    trail.append(company, AUTHOR, ROUND, Change.of("answered"));
                    throw new IllegalArgumentException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(trail.newest(company, null, Long.MAX_VALUE, 9)).hasSize(1);
    }

    private OrganizationId filled(int entries) {
        var company = OrganizationId.next();
        for (var entry = 1; entry <= entries; entry++) {
            trail.append(company, AUTHOR, ROUND, Change.to("answered", String.valueOf(entry)));
        }
        return company;
    }

    /// Runs SQL bound to a company, as some role; it must fail. Says how.
    private static String refused(DataSource role, OrganizationId company, String sql) {
        try (var connection = role.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SET LOCAL hoshimori.organization = '" + company + "'");
            connection.createStatement().execute(sql);
            connection.commit();
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("was not refused: " + sql);
    }

    private static Connection superuser() throws SQLException {
        var admin = TestDatabase.shared().adminUrl();
        var name = TestDatabase.shared().url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        return DriverManager.getConnection(admin.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1"));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var step : List.of(
                    "ALTER TABLE trail_entry DISABLE TRIGGER USER",
                    sql,
                    "ALTER TABLE trail_entry ENABLE TRIGGER USER")) {
                statement.execute(step);
            }
            connection.commit();
        }
    }
}
