package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.directory.DirectoryFixtures.entry;

import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class GramRepositoryTest {

    @Autowired
    Directory directory;

    @Autowired
    Database database;

    @Test
    void the_applications_role_may_read_how_common_letters_are() throws SQLException {
        directory.publishAll(IntStream.range(0, 300)
                .mapToObj(i -> entry("75000000%03d".formatted(i), "鷺沼測定%d".formatted(i), "サギヌマソクテイ"))
                .toList());
        try (var connection = TestDatabase.shared().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE directory_entry");
        }
        var shares = new GramRepository(database, Clock.systemUTC()).shares();
        assertThat(shares).containsKeys("#p26", "#s2");
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(0f, 1f));
        assertThat(shares.get("#s2")).isGreaterThan(0.01f);
    }
}
