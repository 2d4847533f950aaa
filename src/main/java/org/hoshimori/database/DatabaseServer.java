package org.hoshimori.database;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL in use: the embedded one with its two roles, or an external one as configured.
///
/// @param owner the role that owns the tables (migrations only)
/// @param application the role that owns nothing (everything else)
record DatabaseServer(
        String url,
        DatabaseSettings.Login owner,
        DatabaseSettings.Login application,
        @Nullable EmbeddedPostgres embedded)
        implements AutoCloseable {

    static DatabaseServer external(DatabaseSettings settings) {
        var owner = settings.migration().known() ? settings.migration() : settings.database();
        return new DatabaseServer(Objects.requireNonNull(settings.database().url()), owner, settings.database(), null);
    }

    /// Starts PostgreSQL in the data folder. The roles get new random passwords at each start, so that none lies on
    /// disk.
    static DatabaseServer embedded(Path home) {
        var postgres = EmbeddedPostgres.start(home);
        var owner = new DatabaseSettings.Login(null, "hoshimori_owner", password());
        var application = new DatabaseSettings.Login(null, "hoshimori_app", password());
        try (var connection = DriverManager.getConnection(
                postgres.url("postgres"), postgres.superuser(), postgres.superuserPassword())) {
            role(connection, owner);
            role(connection, application);
            create(connection);
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw new IllegalStateException("The embedded database could not be prepared", e);
        }
        // Shutdown hooks run in parallel: the database must outlive the last request, so the application closes it.
        postgres.leaveClosingToOwner();
        return new DatabaseServer(postgres.url("hoshimori"), owner, application, postgres);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static void role(Connection connection, DatabaseSettings.Login login) throws SQLException {
        try (var statement = connection.createStatement()) {
            var exists = statement
                    .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + login.user() + "'")
                    .next();
            statement.execute((exists ? "ALTER" : "CREATE") + " ROLE " + login.user()
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '" + login.password() + "'");
        }
    }

    private static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = 'hoshimori'")
                    .next()) {
                statement.execute("CREATE DATABASE hoshimori OWNER hoshimori_owner");
            }
        }
    }

    private static String password() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
