package org.hoshimori.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// Isolation as the catalogue tells it: composite keys, row-level security, an application's role that owns nothing.
class IsolationTest {

    @Test
    void without_a_company_no_row_is_seen_and_none_can_be_written() throws Exception {
        try (var connection = TestDatabase.shared().application().getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT count(*) FROM organization_company");
            rows.next();
            assertThat(rows.getInt(1)).isZero();
            assertThatThrownBy(() ->
                            statement.execute("INSERT INTO organization_company (organization_id, name, created_at)"
                                    + " VALUES (gen_random_uuid(), 'x', now())"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void an_owner_or_a_superuser_is_refused_as_the_applications_role() {
        var superuser = new PGSimpleDataSource();
        superuser.setUrl(TestDatabase.shared().adminUrl());
        assertThatThrownBy(() -> Migrations.refuseTooPowerful(superuser))
                .hasMessageContaining("can see past row-level security");
        assertThatThrownBy(
                        () -> Migrations.refuseTooPowerful(TestDatabase.shared().owner()))
                .hasMessageContaining("can see past row-level security");
        Migrations.refuseTooPowerful(TestDatabase.shared().application());
    }
}
