package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hoshimori.database.CrossCompanyTables;
import org.hoshimori.database.TestDatabase;
import org.junit.jupiter.api.Test;

/// Isolation as the catalogue tells it. The rule barks inside one transaction that is rolled back.
class SchemaTest {

    private static final SchemaRule RULE = new SchemaRule(
            "broken_app",
            Map.of(
                    "access_sign_in", "one address signs in to many companies",
                    "access_silent", " ",
                    "access_gone", "was here once"));

    /// Every fault of `broken/schema.sql`, and nothing about its good tables.
    private static void barks(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(House.brokenText("schema.sql"));
            assertThat(RULE.check(connection)).containsAll(FAULTS).noneMatch(fault -> fault.contains("article_good"));
        } finally {
            connection.rollback();
        }
    }

    private static final List<String> FAULTS = List.of(
            "table access_gone is listed as of no company but does not exist",
            "table access_silent is listed as of no company without a reason",
            "table cellar_barrel is not named after a room",
            "table control_plan: primary key control_plan_pkey starts with id, not organization_id",
            "table control_plan: unique control_plan_name_key starts with name, not organization_id",
            "table control_plan: index control_plan_lower starts with (expression), not organization_id",
            "table control_plan: index control_plan_until starts with until, not organization_id",
            "table control_keyless has no primary key",
            "table control_step: foreign key control_step_plan_fkey to control_plan"
                    + " does not start with organization_id on both sides",
            "table control_plan has no row-level security",
            "table control_plan does not FORCE row-level security on its owner",
            "table control_plan has no policy for the application",
            "table control_step: policy everybody does not read organization_id"
                    + " = NULLIF(current_setting('hoshimori.organization', true), '')::uuid",
            "table control_step: policy function does not read organization_id"
                    + " = NULLIF(current_setting('hoshimori.organization', true), '')::uuid",
            "table control_step: policy unless does not read organization_id"
                    + " = NULLIF(current_setting('hoshimori.organization', true), '')::uuid",
            "view control_overview shows rows with its owner's rights: security_invoker = true",
            "table control_step: the application may TRUNCATE it, past row-level security",
            "role broken_app is BYPASSRLS",
            "role broken_app is CREATEROLE",
            "role broken_app owns table control_owned",
            "role broken_app may become broken_owner, who sees every company");

    @Test
    void every_table_is_isolated_or_listed_with_its_reason() throws SQLException {
        try (var connection = TestDatabase.shared().owner().getConnection()) {
            House.holds(new SchemaRule("test_app", CrossCompanyTables.REASONS).check(connection));
        }
    }

    @Test
    void barks_at_a_schema_that_mixes_companies() throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.shared().adminUrl())) {
            barks(connection);
        }
    }
}
