package org.hoshimori.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Companies whose people were asked to read a handbook, each with a personal link, written by SQL as the superuser.
final class HandoutSeed {

    private static final int SECTIONS = 11;
    private static final int IDEAS = 3;

    private static final String PEOPLE = """
            CREATE TEMP TABLE bench_reader AS
            SELECT c.organization, c.revision, gen_random_uuid() AS member, gen_random_uuid() AS request,
                   replace(gen_random_uuid()::text, '-', '') AS token, n
            FROM (SELECT gen_random_uuid() AS organization, gen_random_uuid() AS revision
                  FROM generate_series(1, %d)) c, generate_series(1, %d) n;
            INSERT INTO organization_company (organization_id, name, employees, created_at)
            SELECT DISTINCT organization, '配布株式会社', 50, now() FROM bench_reader;
            INSERT INTO organization_member (organization_id, id, name, personal_code, created_at)
            SELECT organization, member, '読む人 ' || n, 'R' || n, now() FROM bench_reader;
            INSERT INTO handout_document (organization_id, template, handed_by, handed_at)
            SELECT DISTINCT organization, 'handbook', '測定', now() FROM bench_reader;""";

    private static final String REVISIONS = """
            INSERT INTO document_revision (organization_id, id, template, number, title, edition, composition, plain,
                                           facts, fingerprint, asked_name, approved_by, approved_name, approved_role,
                                           approved_at, in_force_from)
            SELECT organization, revision, 'handbook', 1, '情報セキュリティハンドブック', '3.0', '%s', '手引き', '{}',
                   repeat('0', 64), '測定', min(member::text)::uuid, '測定', 'owner', now(), current_date - 1
            FROM bench_reader GROUP BY organization, revision;""";

    private static final String LINKS = """
            INSERT INTO handout_request (organization_id, id, template, revision_id, member_id, asked_at)
            SELECT organization, request, 'handbook', revision, member, now() FROM bench_reader;
            INSERT INTO access_link (token_hash, purpose, organization_id, subject_id, created_at, expires_at)
            SELECT sha256(convert_to(token, 'UTF8')), 'handout', organization, request, now(), now() + interval '1 day'
            FROM bench_reader;
            ANALYZE""";

    private HandoutSeed() {}

    /// The tokens of all links, companies mixed.
    static List<String> fill(Application application, int companies, int people) throws IOException, SQLException {
        try (var connection = Seed.connect(application.home());
                var sql = connection.createStatement()) {
            sql.execute(PEOPLE.formatted(companies, people));
            sql.execute(REVISIONS.formatted(handbook()));
            sql.execute(LINKS);
            var tokens = new ArrayList<String>();
            var rows = sql.executeQuery("SELECT token FROM bench_reader ORDER BY n, organization");
            while (rows.next()) {
                tokens.add(rows.getString(1));
            }
            return tokens;
        }
    }

    /// A composed handbook of the usual size: 33 ideas of a few sentences.
    private static String handbook() {
        var sections = new ArrayList<String>();
        for (var section = 0; section < SECTIONS; section++) {
            var blocks = new ArrayList<String>();
            for (var idea = 0; idea < IDEAS; idea++) {
                blocks.add("{\"block\":\"subheading\",\"runs\":[" + run("気をつけること") + "]}");
                blocks.add("{\"block\":\"paragraph\",\"label\":\"\",\"runs\":["
                        + run("会社の情報を守るために、決められたとおりにします。".repeat(3)) + "]}");
            }
            sections.add("{\"clauseId\":\"section-" + section + "\",\"label\":\"\",\"kind\":\"PART\",\"title\":\"節\","
                    + "\"blocks\":[" + String.join(",", blocks) + "]}");
        }
        return "{\"title\":\"情報セキュリティハンドブック\",\"sections\":[" + String.join(",", sections) + "]}";
    }

    private static String run(String words) {
        return "{\"text\":\"" + words + "\",\"look\":\"PLAIN\",\"href\":null}";
    }
}
