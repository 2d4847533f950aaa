package org.hoshimori.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The documents of a company that needs every chapter: composed from its facts and rendered, one request after the
/// other, through the application.
final class Papers {

    private static final int WARM_UP = 12;
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

    void measure(Person person) throws IOException, InterruptedException, SQLException {
        System.err.println("Composing and rendering documents …");
        try (var connection = Seed.connect(application.home());
                var sql = connection.createStatement()) {
            sql.execute(EVERYTHING_APPLIES.formatted(person.email()));
        }
        var browser = new Browser(application.address());
        browser.signIn(person.email());
        table.head("Documents, composed and rendered, " + TIMES + " each after " + WARM_UP + ": middle, 95th percentile");
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
        table.row("chapters in the file", String.valueOf(chapters));
        table.row("JVM, most ever resident", application.mostMegabytes() + " MB");
    }

    private void row(String name, Browser browser, String path) throws IOException, InterruptedException {
        for (var time = 0; time < WARM_UP; time++) {
            ask(browser, path);
        }
        List<Duration> times = new ArrayList<>();
        for (var time = 0; time < TIMES; time++) {
            var begun = System.nanoTime();
            ask(browser, path);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        times.sort(null);
        table.row(name, Load.millis(times.get(TIMES / 2)), Load.millis(times.get(TIMES * 95 / 100)));
    }

    private static void ask(Browser browser, String path) throws IOException, InterruptedException {
        var status = browser.get(path);
        if (status != 200) {
            throw new IllegalStateException(path + " was answered with status " + status);
        }
    }
}
