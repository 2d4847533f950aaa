package org.hoshimori.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Wires the database: server, migrations, connection pool. Whoever asks for the [DataSource] gets one whose tables are
/// ready.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfig {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings) {
        return settings.external() ? DatabaseServer.external(settings) : DatabaseServer.embedded(settings.home());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server) {
        new Migrations(source(server.url(), server.owner()))
                .run(Objects.requireNonNull(server.application().user()));
        var pool = pool(server);
        try {
            Migrations.refuseTooPowerful(pool);
            return pool;
        } catch (RuntimeException refused) {
            pool.close();
            throw refused;
        }
    }

    private static HikariDataSource pool(DatabaseServer server) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.application().user());
        pool.setPassword(server.application().password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        pool.setPoolName("hoshimori");
        // A statement used a few times is prepared on the server; the plan is then work done once.
        pool.addDataSourceProperty("prepareThreshold", "3");
        return pool;
    }

    private static DataSource source(String url, DatabaseSettings.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    /// Statements are not logged: they hold what companies wrote.
    @Bean
    DefaultConfigurationCustomizer statementsUnlogged() {
        return configuration -> configuration.settings().withExecuteLogging(false);
    }

    @Bean
    Database database(DSLContext sql, PlatformTransactionManager transactions) {
        return new Database(sql, new TransactionTemplate(transactions));
    }

    /// Japan's day decides what is due today, wherever the machine stands.
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}
