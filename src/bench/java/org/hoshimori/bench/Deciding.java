package org.hoshimori.bench;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Many decisions in one batch: applications of as many companies wait, a head of staff accepts all of them at once and
/// takes all of it back, as the pages offer it. Numbers, the directory, histories and letters are written as always.
final class Deciding {

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Pattern DONE = Pattern.compile("([\\d,]+) / [\\d,]+件");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern UNDO = Pattern.compile("/desk/batches/[0-9a-f-]{36}/undo");
    private static final String CHOICE = "doubt=any&star=0&move=accept";

    /// Companies with one application each, as the form hands it in. The names differ, as those of companies do.
    private static final String APPLICATIONS = """
            CREATE TEMP TABLE bench AS
            SELECT n, gen_random_uuid() AS organization, gen_random_uuid() AS application FROM generate_series(1, %d) n;
            INSERT INTO organization_company (organization_id, name, employees, created_at)
            SELECT organization, '判断測定' || n || '株式会社', 5, now() FROM bench;
            INSERT INTO desk_application (id, organization_id, purpose, stage, star, facts, name, folded, prefecture,
                                          rules_revision, handed_in_at)
            SELECT application, organization, 'new', 'waiting', 1 + n %% 2,
                   jsonb_build_object('name', '判断測定' || n || '株式会社', 'kana', 'ハンダンソクテイ', 'holder', 'company',
                       'industry', chr(65 + n %% 20), 'prefecture', lpad((1 + n %% 47)::text, 2, '0'),
                       'municipality', 'ほしみ市', 'town', '星見町', 'street', '1-2-3', 'person', '測定',
                       'email', 'bench' || n || '@sokutei.example'),
                   '判断測定' || n || '株式会社', '判断測定' || n, lpad((1 + n %% 47)::text, 2, '0'), 0,
                   now() - n * interval '1 minute'
            FROM bench;
            INSERT INTO desk_event (id, application_id, at, who, move, stage)
            SELECT gen_random_uuid(), application, now(), '測定', 'hand-in', 'waiting' FROM bench;""";

    private final Application application;
    private final int count;

    /// @param count applications, at most as many as one batch takes (10,000)
    Deciding(Application application, int count) {
        this.application = application;
        this.count = count;
    }

    void measure(Table table) throws Exception {
        System.err.println("Deciding " + count + " …");
        application.start(List.of("-Xmx512m"));
        var head = new Browser(application.address());
        head.joinStaff(application.staffPath());
        try (var connection = Seed.connect(application.home());
                var sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(APPLICATIONS.formatted(count));
            sql.execute("ANALYZE");
        }
        table.head("One batch of " + count + " decisions, with 512 MB of heap");
        table.row("what", "time", "decisions/s", "not decided", "CPU per decision");
        var page = "/desk/batches?" + CHOICE;
        head.receive(page);
        var seen = SEEN.matcher(head.page(page));
        if (!seen.find()) {
            throw new IllegalStateException("nothing to decide");
        }
        head.submit("/desk/batches", CHOICE + "&note=&seen=" + seen.group(1));
        step("accepting all", head, table);
        var undo = UNDO.matcher(head.page("/desk/batches"));
        if (!undo.find()) {
            throw new IllegalStateException("nothing to undo");
        }
        head.press("/desk/batches", undo.group());
        step("taking all back", head, table);
        table.row("JVM, most resident", application.mostMegabytes() + " MB");
    }

    /// From the first decision to the last: the job looks every half minute whether there is something to do.
    private void step(String what, Browser head, Table table) throws Exception {
        var asked = System.nanoTime();
        var begun = asked;
        var before = application.worked();
        while (true) {
            var page = head.page("/desk/batches");
            var done = DONE.matcher(page);
            if (!done.find()) {
                throw new IllegalStateException("no batch on the page");
            }
            if (done.group(1).equals("0")) {
                begun = System.nanoTime();
                before = application.worked();
            }
            if (!page.contains("<progress")) {
                var took = System.nanoTime() - begun;
                var missed = page.contains("判断しなかった") ? "some" : "0";
                var work = application.worked().minus(before).dividedBy(count);
                var rate = "%.0f".formatted(count / (took / 1e9));
                table.row(what, "%.1f s".formatted(took / 1e9), rate, missed, Load.millis(work));
                return;
            }
            if (System.nanoTime() - asked > PATIENCE.toNanos()) {
                throw new IllegalStateException(what + " does not end");
            }
            Thread.sleep(1000);
        }
    }
}
