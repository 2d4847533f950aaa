package org.hoshimori.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The database of the tests: one fresh, migrated database per JVM, on the embedded PostgreSQL or on the one that
/// `HOSHIMORI_TEST_DATABASE_URL` names (a superuser's URL, for example
/// `jdbc:postgresql://127.0.0.1/postgres?user=…&password=…`).
/// Every test founds its own companies, so they need no cleaning.
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OWNER = "test_owner";
    private static final String APPLICATION = "test_app";
    private static final String PASSWORD = "only-for-tests";

    private static @Nullable TestDatabase shared;

    private final String adminUrl;
    private final String url;

    /// For Spring, which creates the initializer itself.
    public TestDatabase() {
        this("", "");
    }

    private TestDatabase(String adminUrl, String url) {
        this.adminUrl = adminUrl;
        this.url = url;
    }

    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = create(adminUrlOfThisRun());
        }
        return shared;
    }

    private static String adminUrlOfThisRun() {
        var external = System.getenv("HOSHIMORI_TEST_DATABASE_URL");
        if (external != null && !external.isBlank()) {
            return external;
        }
        var postgres = EmbeddedPostgres.start(Path.of("target", "test-database"));
        return postgres.url("postgres") + "?user=" + postgres.superuser() + "&password=" + postgres.superuserPassword();
    }

    /// A fresh, migrated database on the server that the URL reaches as superuser.
    public static TestDatabase create(String adminUrl) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        try (var connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, APPLICATION}) {
                if (!statement
                        .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")
                        .next()) {
                    statement.execute(
                            "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '" + PASSWORD + "'");
                }
            }
            statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be made", e);
        }
        var database = new TestDatabase(adminUrl, adminUrl.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name));
        new Migrations(database.owner()).run(APPLICATION);
        return database;
    }

    public String url() {
        return url;
    }

    public String adminUrl() {
        return adminUrl;
    }

    public String ownerUser() {
        return OWNER;
    }

    public String ownerPassword() {
        return PASSWORD;
    }

    public PGSimpleDataSource owner() {
        return source(OWNER);
    }

    public PGSimpleDataSource application() {
        return source(APPLICATION);
    }

    private PGSimpleDataSource source(String user) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(PASSWORD);
        return source;
    }

    /// The settings that lead an application to this database.
    public String[] properties() {
        return new String[] {
            "hoshimori.database.url=" + url,
            "hoshimori.database.user=" + APPLICATION,
            "hoshimori.database.password=" + PASSWORD,
            "hoshimori.migration.user=" + OWNER,
            "hoshimori.migration.password=" + PASSWORD
        };
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(shared().properties()).applyTo(context);
    }
}
