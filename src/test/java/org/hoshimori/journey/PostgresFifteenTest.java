package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.hoshimori.database.TestDatabase;
import org.junit.jupiter.api.Test;

/// The oldest PostgreSQL we support, Debian's 15: every migration and one journey. Runs where
/// `HOSHIMORI_CHECK_ALL=true` says so.
class PostgresFifteenTest {

    @Test
    void a_company_answers_on_postgresql_15() throws Exception {
        var asked = "true".equals(System.getenv("HOSHIMORI_CHECK_ALL"));
        assumeTrue(asked, "not run: the check on PostgreSQL 15 (HOSHIMORI_CHECK_ALL=true runs it)");
        try (var server = DebianPostgres.start();
                var place = Installation.start(TestDatabase.create(server.adminUrl()))) {
            var visitor = new HttpVisitor(place.url(""));
            visitor.setUp(place.setUpPath(), "fifteen@example.jp", "うみとやまとそらのあおさ");
            var round = visitor.beginRound("2026年秋");
            assertThat(visitor.answer(round, "backup", "partly")).isEqualTo(200);
            assertThat(server.version()).startsWith("15.");
        }
    }
}
