package org.hoshimori.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The documents of a company that needs every chapter: composed from its facts and rendered, one request after the
/// other, through the application.
final class Papers {

    /// What the application may take for objects while it prints.
    static final String HEAP = "512m";

    private static final int AT_ONCE = 4;
    private static final int WARM_UP = 12;
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final int TIMES = 20;

    private static final String EVERYTHING_APPLIES = """
            INSERT INTO document_blank (organization_id, blank, value, changed_by, changed_at)
            SELECT m.organization_id, b.blank, 'yes', 'bench', now()
            FROM access_sign_in s JOIN access_membership m ON m.sign_in_id = s.id,
                 unnest(ARRAY['develops-systems', 'outsources', 'handles-personal-number', 'teleworks']) AS b(blank)
            WHERE s.email = '%s'
            ON CONFLICT DO NOTHING""";

    private final Application application;
    private final Table table;

    Papers(Application application, Table table) {
        this.application = application;
        this.table = table;
    }

    void measure(Person person) throws Exception {
        System.err.println("Composing and rendering documents …");
        try (var connection = Seed.connect(application.home());
                var sql = connection.createStatement()) {
            sql.execute(EVERYTHING_APPLIES.formatted(person.email()));
        }
        var browser = new Browser(application.address());
        browser.signIn(person.email());
        table.head("Documents, composed and rendered, " + TIMES + " each after " + WARM_UP
                + ": middle, 95th percentile, processor time; heap " + HEAP);
        row("basic policy, the page with its fields", browser, "/documents/basic-policy");
        row("basic policy, PDF", browser, "/documents/basic-policy/draft/pdf");
        row("basic policy, Word", browser, "/documents/basic-policy/draft/word");
        row("all regulations in one file, Word", browser, "/regulations/book/word");
        row("all regulations in one file, PDF", browser, "/regulations/book/pdf");
        row("all regulations in one file, Markdown", browser, "/regulations/book/markdown");
        var chapters = browser.page("/regulations/book/markdown")
                .lines()
                .filter(line -> line.startsWith("## "))
                .count();
        atOnce(person, "/regulations/book/pdf");
        table.row("chapters in the file", String.valueOf(chapters));
        table.row("JVM, most ever resident", application.mostMegabytes() + " MB");
    }

    private void row(String name, Browser browser, String path) throws IOException, InterruptedException {
        var warm = System.nanoTime() + WARMING.toNanos();
        for (var time = 0; time < WARM_UP || System.nanoTime() < warm; time++) {
            ask(browser, path);
        }
        List<Duration> times = new ArrayList<>();
        var before = application.cpu();
        for (var time = 0; time < TIMES; time++) {
            var begun = System.nanoTime();
            ask(browser, path);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        var cpu = application.cpu().minus(before).dividedBy(TIMES);
        times.sort(null);
        table.row(name, Load.millis(times.get(TIMES / 2)), Load.millis(times.get(TIMES * 95 / 100)), Load.millis(cpu));
    }

    /// Several people ask for the longest paper in the same moment.
    private void atOnce(Person person, String path) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (var client = 0; client < AT_ONCE; client++) {
                var browser = new Browser(application.address());
                browser.signIn(person.email());
                answers.add(threads.submit(() -> browser.get(path)));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            table.row(AT_ONCE + " at once, all regulations as PDF: status", statuses.toString());
        }
    }

    private static void ask(Browser browser, String path) throws IOException, InterruptedException {
        var status = browser.get(path);
        if (status != 200) {
            throw new IllegalStateException(path + " was answered with status " + status);
        }
    }
}
