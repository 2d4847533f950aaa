package org.hoshimori.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// Knows which municipality is meant by the beginning of a name.
@CrossCompany("the directory is public and belongs to no company")
@Repository
class MunicipalityRepository {

    /// Codes of JIS X 0401.
    private static final List<String> PREFECTURES =
            IntStream.rangeClosed(1, 47).mapToObj("%02d"::formatted).toList();

    /// Behind every letter.
    private static final String LAST = "\uDBFF\uDFFD";

    /// The first and the last name in each prefecture that begins so; two prefectures tell enough.
    private static final String SPANS = """
            SELECT code, first.municipality, last.municipality
            FROM unnest({0}) AS code
            CROSS JOIN LATERAL (SELECT municipality FROM directory_entry
                WHERE stopped_on IS NULL AND prefecture = code AND municipality ~>=~ {1} AND municipality ~<~ {2}
                ORDER BY municipality USING ~<~ LIMIT 1) AS first
            CROSS JOIN LATERAL (SELECT municipality FROM directory_entry
                WHERE stopped_on IS NULL AND prefecture = code AND municipality ~>=~ {1} AND municipality ~<~ {2}
                ORDER BY municipality USING ~>~ LIMIT 1) AS last
            LIMIT 2""";

    private record Span(String prefecture, String first, String last) {}

    private final Database database;

    MunicipalityRepository(Database database) {
        this.database = database;
    }

    /// The same search, for the one municipality where only one begins so: its entries stand in order in the index;
    /// those of several are fetched and ordered, which takes longer. Empty where none begins so.
    Optional<Search> narrowed(Search search) {
        var begins = search.place().municipality();
        if (begins == null) {
            return Optional.of(search);
        }
        var prefecture = search.place().prefecture();
        var spans = database.alone(sql -> spans(sql, prefecture == null ? PREFECTURES : List.of(prefecture), begins));
        if (spans.size() != 1) {
            return spans.isEmpty() ? Optional.empty() : Optional.of(search);
        }
        var span = spans.getFirst();
        return Optional.of(span.first().equals(span.last()) ? search.at(span.prefecture(), span.first()) : search);
    }

    private static List<Span> spans(DSLContext sql, List<String> prefectures, String begins) {
        return sql.resultQuery(
                        SPANS, DSL.val(prefectures.toArray(String[]::new)), DSL.val(begins), DSL.val(begins + LAST))
                .fetch(row -> new Span(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)));
    }
}
