package org.hoshimori.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// A company hands in its application and has its number in the answer: everything between pressing 宣言する and the
/// answer, among the declarations that are there. Afterwards it stops, so that it may declare once more.
final class Acceptance {

    private static final Pattern ARTICLE = Pattern.compile("name=\"article\" value=\"([^\"]+)\"");
    private static final Pattern RULES =
            Pattern.compile("name=\"rules\" value=\"(\\d+)\".*?name=\"version\" value=\"([^\"]*)\"");
    private static final Pattern STOP = Pattern.compile("/declaration/stop/(\\d+)");
    private static final int WARM_UP = 15;

    /// Companies of their own beside the one that set the installation up; one owner each, with its password.
    private static final String COMPANIES = """
            CREATE TEMP TABLE bench AS
            SELECT n, gen_random_uuid() AS organization, gen_random_uuid() AS member FROM generate_series(1, %d) n;
            INSERT INTO organization_company (organization_id, name, employees, created_at)
            SELECT organization, '宣言測定株式会社 ' || n, 5 + n, now() FROM bench;
            INSERT INTO organization_member (organization_id, id, name, personal_code, created_at)
            SELECT organization, member, '測定 ' || n, 'BENCH', now() FROM bench;
            INSERT INTO organization_role (organization_id, member_id, role, department_id)
            SELECT organization, member, 'owner', organization FROM bench;
            INSERT INTO access_sign_in (id, email, password_hash, password_changed_at, created_at)
            SELECT member, 'declare' || n || '@example.jp', s.password_hash, now(), now()
            FROM bench, access_sign_in s WHERE s.email = 'head@example.jp';
            INSERT INTO access_membership (sign_in_id, organization_id, member_id)
            SELECT member, organization, member FROM bench;""";

    private final Application application;
    private final List<Browser> companies = new ArrayList<>();

    Acceptance(Application application) {
        this.application = application;
    }

    /// @param clients at the same time
    /// @param times that each of them declares
    void measure(int clients, int times, Table table) throws Exception {
        System.err.println("Accepting …");
        prepare(clients);
        table.head("Accepting in immediate mode, from 宣言する to the answer");
        table.row("clients", "declared/s", "p50", "p95", "p99", "failed");
        for (var at : clients == 1 ? List.of(1) : List.of(1, clients)) {
            run(at, WARM_UP);
            table.row(String.valueOf(at), run(at, times).columns());
        }
    }

    private void prepare(int clients) throws IOException, InterruptedException, SQLException {
        try (var connection = Seed.connect(application.home());
                var sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(COMPANIES.formatted(clients));
        }
        for (var client = 1; client <= clients; client++) {
            var browser = new Browser(application.address());
            browser.signIn("declare" + client + "@example.jp");
            pledgeAll(browser);
            companies.add(browser);
        }
    }

    /// All boxes of the form at once, as it is sent.
    private static void pledgeAll(Browser browser) throws IOException, InterruptedException {
        var articles = ARTICLE.matcher(browser.page("/declaration"))
                .results()
                .map(found -> "article=" + Browser.encode(found.group(1)))
                .toList();
        if (articles.size() != 5) {
            throw new IllegalStateException("five articles, not " + articles.size());
        }
        browser.submit("/declaration/pledges", String.join("&", articles));
    }

    private Load.Result run(int clients, int times) throws Exception {
        var taken = new ConcurrentLinkedQueue<Long>();
        var begun = System.nanoTime();
        var failed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Integer>>();
            for (var client = 0; client < clients; client++) {
                var number = client;
                all.add(threads.submit(() -> declare(number, times, taken)));
            }
            for (var one : all) {
                failed += one.get();
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Load.Result(taken.stream().sorted().toList(), failed, took);
    }

    private int declare(int client, int times, ConcurrentLinkedQueue<Long> taken) throws Exception {
        var failed = 0;
        var browser = companies.get(client);
        for (var turn = 0; turn < times; turn++) {
            browser.submit("/declaration/form", form(client));
            var rules = RULES.matcher(browser.page("/declaration/confirm"));
            if (!rules.find()) {
                throw new IllegalStateException("nothing to confirm");
            }
            var agreed = "agreed=on&rules=" + rules.group(1) + "&version=" + Browser.encode(rules.group(2));
            var begun = System.nanoTime();
            browser.submit("/declaration/confirm", agreed);
            taken.add(System.nanoTime() - begun);
            var number = STOP.matcher(browser.page("/declaration"));
            if (number.find()) {
                browser.submit("/declaration/stop/" + number.group(1), "");
            } else {
                failed++;
            }
        }
        return failed;
    }

    private static String form(int client) {
        var form = new HashMap<>(Map.of(
                "purpose", "new",
                "star", "1",
                "name", "宣言測定株式会社 " + client,
                "kana", "センゲンソクテイ",
                "holder", "sole-proprietor",
                "industry", "E",
                "prefecture", "13",
                "municipality", "ほしみ市",
                "town", "星見町"));
        form.put("person", "測定");
        form.put("email", "bench@sokutei.example");
        return Browser.encoded(form);
    }
}
