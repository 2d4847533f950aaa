package org.hoshimori.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Knows how common letters, pairs of letters and marks are, as PostgreSQL counted in its own sample: about a thousand
/// of the commonest. Remembered for ten minutes; what is old or missing makes a search slower, never wrong.
@CrossCompany("the directory is public and belongs to no company")
@Repository
class GramRepository {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String SHARES = """
            SELECT gram, share
            FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (gram, share)
            WHERE schemaname = current_schema AND tablename = 'directory_entry' AND attname = 'grams' AND gram <> ''""";

    private record Known(Map<String, Float> shares, Instant until) {}

    private final Database database;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    GramRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// For each of the commonest the share of entries that have it, 0 to 1.
    Map<String, Float> shares() {
        var now = clock.instant();
        if (now.isAfter(known.until())) {
            known = new Known(database.alone(GramRepository::read), now.plus(KEPT));
        }
        return known.shares();
    }

    private static Map<String, Float> read(DSLContext sql) {
        return sql.resultQuery(SHARES).fetchMap(row -> row.get(0, String.class), row -> row.get(1, Float.class));
    }
}
