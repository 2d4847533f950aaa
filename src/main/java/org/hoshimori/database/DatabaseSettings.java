package org.hoshimori.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data lives. Without `database.url` the embedded PostgreSQL runs in `home`; with it, an external PostgreSQL
/// 15 to 18.
///
/// @param home folder of the embedded database and of what the installation keeps on disk
/// @param database the application's connection and role
/// @param migration the role that owns the tables and migrates them
@ConfigurationProperties("hoshimori")
record DatabaseSettings(
        @DefaultValue("data") Path home,
        @DefaultValue Login database,
        @DefaultValue Login migration) {

    /// One role at the database. `url` is only read for the application's role.
    record Login(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {

        boolean known() {
            return user != null && !user.isBlank();
        }
    }

    boolean external() {
        return database.url() != null && !database.url().isBlank();
    }
}
