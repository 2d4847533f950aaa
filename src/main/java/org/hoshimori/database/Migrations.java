package org.hoshimori.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the tables to today's state: forward only, one history per room, each room after the rooms it refers to.
/// Runs as the owning role; afterwards the application's role gets the rights it needs and no more.
public final class Migrations {

    /// The rooms with tables, in the order in which they may refer to each other.
    public static final List<String> ROOMS = List.of(
            "framework",
            "trail",
            "organization",
            "access",
            "file",
            "mail",
            "assessment",
            "control",
            "result",
            "trial",
            "asset",
            "intake",
            "threat",
            "risk",
            "treatment",
            "scenario",
            "document",
            "regulation",
            "publication",
            "handout",
            "address",
            "directory",
            "programme",
            "desk",
            "takeover",
            "declaration");

    private static final Pattern FOLDER = Pattern.compile("db[/\\\\]migration[/\\\\](\\w+)[/\\\\]V");

    private final DataSource owner;

    public Migrations(DataSource owner) {
        this.owner = owner;
    }

    /// Migrates every room that has something new, and gives the application's role its rights. Errors:
    /// `IllegalStateException` for a server that is no PostgreSQL 15 to 18, `FlywayException` with the statement
    /// that failed.
    public void run(String role) {
        try (var connection = owner.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < 15 || version > 18) {
                throw new IllegalStateException(
                        "PostgreSQL " + version + " is not supported. Use a version from 15 to 18.");
            }
            for (var room : pending(connection)) {
                Flyway.configure()
                        .dataSource(owner)
                        .locations("classpath:db/migration/" + room)
                        .table("flyway_" + room)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
            grant(connection, role);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(
                    "The database does not answer, or refuses the migrating role. Check HOSHIMORI_DATABASE_URL and the roles.",
                    e);
        }
    }

    /// The rooms whose history is shorter than their folder. Asking is two small queries; a silent run of Flyway per
    /// room would be seconds of every start.
    private static List<String> pending(Connection connection) throws SQLException, IOException {
        var applied = applied(connection);
        var files = files();
        return ROOMS.stream()
                .filter(room -> !Objects.equals(applied.get(room), files.get(room)))
                .toList();
    }

    /// How many migrations each room has had, as far as it has had any.
    private static Map<String, Long> applied(Connection connection) throws SQLException {
        var applied = new HashMap<String, Long>();
        try (var statement = connection.createStatement()) {
            var counts = new StringJoiner(" UNION ALL ");
            var histories = statement.executeQuery(
                    "SELECT substr(tablename, 8) FROM pg_tables WHERE starts_with(tablename, 'flyway_')");
            while (histories.next()) {
                var room = histories.getString(1);
                if (ROOMS.contains(room)) {
                    counts.add(
                            "SELECT '" + room + "', count(*) FROM flyway_" + room + " WHERE success AND type = 'SQL'");
                }
            }
            if (counts.length() > 0) {
                var rows = statement.executeQuery(counts.toString());
                while (rows.next()) {
                    applied.put(rows.getString(1), rows.getLong(2));
                }
            }
            return applied;
        }
    }

    private static Map<String, Long> files() throws IOException {
        var all = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/V*.sql");
        return Arrays.stream(all)
                .map(file -> FOLDER.matcher(file.getDescription()))
                .filter(Matcher::find)
                .collect(Collectors.groupingBy(path -> path.group(1), Collectors.counting()));
    }

    /// Rows may be read and written, the trail only appended, tables never changed.
    private static void grant(Connection connection, String role) throws SQLException {
        var name = "\"" + role.replace("\"", "\"\"") + "\"";
        var histories = ROOMS.stream().map(room -> "flyway_" + room).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute(String.join(
                    "; ",
                    "GRANT USAGE ON SCHEMA public TO " + name,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + name,
                    "REVOKE UPDATE, DELETE ON trail_entry FROM " + name,
                    "REVOKE ALL ON trail_tombstone, " + histories + " FROM " + name));
        }
    }

    /// Refuses a role that could see past row-level security: a superuser, BYPASSRLS, or an owner of the tables.
    public static void refuseTooPowerful(DataSource application) {
        var question = """
                SELECT current_user, r.rolsuper, r.rolbypassrls,
                       EXISTS (SELECT FROM pg_tables t WHERE t.schemaname = 'public' AND pg_has_role(current_user, t.tableowner, 'MEMBER'))
                FROM pg_roles r WHERE r.rolname = current_user""";
        try (var connection = application.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            if (!row.next() || row.getBoolean(2) || row.getBoolean(3) || row.getBoolean(4)) {
                throw new IllegalStateException(
                        "The application's database role can see past row-level security (superuser, BYPASSRLS or owner of the tables)."
                                + " Give HOSHIMORI_DATABASE_USER a plain role of its own and HOSHIMORI_MIGRATION_USER the owning one.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be asked about the application's role", e);
        }
    }
}
