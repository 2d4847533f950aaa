package org.hoshimori.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Fills the database by SQL, as its superuser: companies with three closed rounds and one open one each. The verbs
/// would take minutes for what a few statements do in seconds; what is measured afterwards goes through the verbs.
final class Seed {

    /// Ids of the 25 questions, as the content has them.
    static final List<String> QUESTIONS = questions();

    private static final String COMPANIES = """
            CREATE TEMP TABLE bench AS
            SELECT n, gen_random_uuid() AS organization, gen_random_uuid() AS member FROM generate_series(1, %d) n;
            INSERT INTO organization_company (organization_id, name, employees, created_at)
            SELECT organization, '測定株式会社 ' || n, 5 + n %% 120, now() - interval '2 years' FROM bench;
            INSERT INTO organization_member (organization_id, id, name, personal_code, created_at)
            SELECT organization, member, '測定 ' || n, 'BENCH', now() - interval '2 years' FROM bench;
            INSERT INTO organization_role (organization_id, member_id, role, department_id)
            SELECT organization, member, 'owner', organization FROM bench;""";

    private static final String ROUNDS = """
            CREATE TEMP TABLE bench_round AS
            SELECT b.*, r AS number, gen_random_uuid() AS round, gen_random_uuid() AS respondent
            FROM bench b, generate_series(1, 4) r;
            INSERT INTO assessment_round (organization_id, id, questionnaire, edition, name, started_on, opened_by,
                                          opened_at, closed_by, closed_at)
            SELECT organization, round, 'self-diagnosis', '3.0', '第' || number || '回',
                   current_date - (4 - number) * 180, member, now() - (4 - number) * interval '180 days',
                   CASE WHEN number < 4 THEN member END,
                   CASE WHEN number < 4 THEN now() - (4 - number) * interval '180 days' END
            FROM bench_round;
            INSERT INTO assessment_respondent (organization_id, id, round_id, kind, label, member_id, added_at)
            SELECT organization, respondent, round, 'member', '測定 ' || n, member, now() FROM bench_round;""";

    private static final String ANSWERS = """
            CREATE TEMP TABLE bench_question AS
            SELECT question, place FROM unnest(string_to_array('%s', ',')) WITH ORDINALITY AS q(question, place);
            INSERT INTO assessment_answer (organization_id, round_id, respondent_id, question, answer, answered_by,
                                           answered_name, answered_at)
            SELECT organization, round, respondent, question,
                   (ARRAY['unknown','not','partly','implemented'])[1 + least(3, (n + place) %% 4 + number / 2)],
                   member, '測定 ' || n, now()
            FROM bench_round, bench_question WHERE number < 4;
            INSERT INTO assessment_decision (organization_id, round_id, question, answer, points, proposed, decided_by,
                                             decided_at)
            SELECT a.organization_id, a.round_id, a.question, a.answer,
                   CASE a.answer WHEN 'implemented' THEN 4 WHEN 'partly' THEN 2 WHEN 'not' THEN 0 ELSE -1 END,
                   a.answer, b.member, now()
            FROM assessment_answer a JOIN bench_round b ON b.organization = a.organization_id AND b.round = a.round_id;
            UPDATE assessment_round r SET total = d.total
            FROM (SELECT organization_id, round_id, sum(points) AS total FROM assessment_decision GROUP BY 1, 2) d
            WHERE d.organization_id = r.organization_id AND d.round_id = r.id;""";

    /// Everybody who signs in has the password of the person who set the installation up.
    private static final String PEOPLE = """
            INSERT INTO access_sign_in (id, email, password_hash, password_changed_at, created_at)
            SELECT member, 'bench' || n || '@example.jp', s.password_hash, now(), now()
            FROM bench, access_sign_in s WHERE s.email = 'bench@example.jp' AND n <= %d;
            INSERT INTO access_membership (sign_in_id, organization_id, member_id)
            SELECT member, organization, member FROM bench WHERE n <= %d;""";

    /// The last of the people has a register of 3,000 assets.
    private static final String ASSETS = """
            INSERT INTO asset_asset (organization_id, id, name, medium, confidentiality, integrity, availability,
                                     importance, registered_on, kin, folded, match)
            SELECT b.organization, a.id, '情報資産 ' || a.place,
                   (ARRAY['paper-documents', 'portable-media', 'office-pc', 'mobile-device', 'internal-server',
                          'cloud-server'])[1 + a.place %% 6],
                   a.place / 6 %% 3, 0, 0, a.place / 6 %% 3, current_date, a.id, 'asset ' || a.place, 'asset ' || a.place
            FROM bench b, (SELECT place, gen_random_uuid() AS id FROM generate_series(1, 3000) place) a
            WHERE b.n = %d""";

    private static final String READ = """
            SELECT 'bench' || o.n || '@example.jp', o.round::text, o.respondent::text, c.round::text
            FROM bench_round o JOIN bench_round c ON c.n = o.n AND c.number = 3
            WHERE o.number = 4 AND o.n <= %d ORDER BY o.n""";

    private Seed() {}

    static List<Person> fill(Application application, int companies, int most) throws IOException, SQLException {
        try (var connection = connect(application.home());
                var sql = connection.createStatement()) {
            // Closed rounds are frozen by triggers, which a filling by the superuser leaves out.
            sql.execute("SET session_replication_role = replica");
            sql.execute(COMPANIES.formatted(Math.max(companies, most)));
            sql.execute(ROUNDS);
            sql.execute(ANSWERS.formatted(String.join(",", QUESTIONS)));
            sql.execute(PEOPLE.formatted(most, most));
            sql.execute(ASSETS.formatted(most));
            sql.execute("ANALYZE");
            var people = new ArrayList<Person>();
            var rows = sql.executeQuery(READ.formatted(most));
            while (rows.next()) {
                people.add(new Person(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return people;
        }
    }

    /// The embedded server says in its folder where it listens; line 4 of `postmaster.pid` is the port.
    static Connection connect(Path home) throws IOException, SQLException {
        var folder = home.resolve("postgres");
        var port =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
        var password = Files.readString(folder.resolve("superuser.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/hoshimori", "postgres", password);
    }

    private static List<String> questions() {
        try {
            var text = Files.readString(Path.of("content/editions/3.0/questionnaires/self-diagnosis.yaml"));
            return text.substring(text.indexOf("\nquestions:"))
                    .lines()
                    .filter(line -> line.startsWith("  - id: "))
                    .map(line -> line.substring("  - id: ".length()).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
