package org.hoshimori.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The load runner: starts the built application on 127.0.0.1 with an empty data folder, fills it, measures, stops it,
/// and prints a table. Started by `src/bench/run.sh`; bounded in time and in requests.
final class Bench {

    /// How often a start is measured; the middle one counts.
    private static final int STARTS = 5;

    /// As long as the compiler of the JVM is busy with a new page on two cores.
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /// As docs/operations/configuration.md advises for one company on a small machine.
    private static final List<String> ADVISED =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms64m", "-Dspring.aot.enabled=true");

    private static final int PAPERS = 10;

    /// Companies that bring the workbook in.
    private static final int REGISTERS = 5;

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        var java = arguments[0];
        var work = Path.of(arguments[1]);
        var jar = arguments[2];
        var companies = Integer.parseInt(arguments[3]);
        var length = Duration.ofSeconds(Long.parseLong(arguments[4]));
        var clients = Stream.of(arguments[5].split(",")).map(Integer::parseInt).toList();
        var what = arguments[6];
        var everything = what.equals("all");
        var risks = everything || what.equals("risks");
        var table = new Table();
        var home = work.resolve("data");
        var application = new Application(java, work.resolve("app"), jar, home);
        Runtime.getRuntime().addShutdownHook(new Thread(application::stop));

        machine(table, companies);
        var most = Math.max(
                1 + REGISTERS,
                clients.stream().mapToInt(Integer::intValue).max().orElse(1));
        var people = prepare(application, companies, most);
        application.start(everything ? starts(application, table) : ADVISED);
        if (everything) {
            everyday(application, people, clients, length, table);
        }
        if (risks) {
            scenarios(application, people.getLast(), table);
        }
        if (everything || what.equals("papers")) {
            documents(application, people.getFirst(), table);
        }
        if (risks || what.equals("register")) {
            new Register(application.address()).measure(people.subList(0, 1 + REGISTERS), table);
        }
        memory(application, table, "at the end");
        application.stop();
        table.print();
    }

    private static void everyday(
            Application application, List<Person> people, List<Integer> clients, Duration length, Table table)
            throws Exception {
        memory(application, table, "idle, after the start");
        loads(application, people, clients, length, table);
        new Acknowledgements(application, length).measure(table, 8);
        memory(application, table, "after the load");
        papers(application, people.getFirst(), table);
    }

    /// After a new start with little room, to see that it is enough.
    private static void documents(Application application, Person person, Table table) throws Exception {
        application.stop();
        application.start(with(ADVISED, "-Xmx" + Papers.HEAP));
        new Papers(application, table).measure(person);
    }

    private static void machine(Table table, int companies) {
        table.head("Machine");
        table.row("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        table.row("java", System.getProperty("java.vm.version"));
        table.row("companies × closed rounds", companies + " × 3");
    }

    /// Sets the installation up as a person does, then writes the companies into the database.
    private static List<Person> prepare(Application application, int companies, int most) throws Exception {
        System.err.println("Setting up and filling the database …");
        var link = application.start(List.of());
        new Browser(application.address()).setUp(URI.create(link).getPath());
        var people = Seed.fill(application, companies, most);
        application.stop();
        return people;
    }

    /// The options with which it is quickest.
    private static List<String> starts(Application application, Table table) throws Exception {
        System.err.println("Measuring " + STARTS + " starts without and " + STARTS + " with an AOT cache …");
        table.head("Process start to first 200 (middle of " + STARTS + ")");
        table.row("plain", seconds(middle(application, List.of())));
        var cache = application.cache();
        application.start(with(with(ADVISED, "-XX:TieredStopAtLevel=1"), "-XX:AOTCacheOutput=" + cache));
        application.stop();
        var quick = with(ADVISED, "-XX:AOTCache=" + cache);
        table.row("as advised, with AOT cache", seconds(middle(application, quick)));
        return quick;
    }

    private static List<String> with(List<String> options, String more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private static Duration middle(Application application, List<String> options) throws Exception {
        var times = new ArrayList<Duration>();
        for (var i = 0; i < STARTS; i++) {
            application.start(options);
            times.add(application.startTime());
            application.stop();
        }
        times.sort(null);
        return times.get(STARTS / 2);
    }

    private static void loads(
            Application application, List<Person> people, List<Integer> clients, Duration length, Table table)
            throws Exception {
        System.err.println("Signing " + people.size() + " people in …");
        var browsers = new ArrayList<Browser>();
        for (var person : people) {
            var browser = new Browser(application.address());
            browser.signIn(person.email());
            browsers.add(browser);
        }
        table.head("Load (" + length.toSeconds() + " s each)");
        table.row("page and clients", "requests/s", "p50", "p95", "p99", "failed");
        for (var page : Visit.values()) {
            System.err.println("Load on " + page + " …");
            new Load(page, browsers, people).run(8, WARM_UP);
            for (var count : clients) {
                var result = new Load(page, browsers, people).run(Math.min(count, browsers.size()), length);
                table.row(page.title() + ", " + count, result.columns());
            }
        }
    }

    private static void papers(Application application, Person person, Table table) throws Exception {
        table.head("Papers (middle of " + PAPERS + ")");
        var browser = new Browser(application.address());
        browser.signIn(person.email());
        for (var kind : List.of("pdf", "xlsx")) {
            var times = new ArrayList<Duration>();
            var status = 0;
            for (var i = 0; i < PAPERS; i++) {
                var begun = System.nanoTime();
                status = browser.get("/results/" + person.closedRound() + "/result." + kind);
                times.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            times.sort(null);
            table.row(kind, status == 200 ? Load.millis(times.get(PAPERS / 2)) : "status " + status);
        }
    }

    private static void scenarios(Application application, Person person, Table table) throws Exception {
        System.err.println("Trying controls …");
        var browser = new Browser(application.address());
        browser.signIn(person.email());
        new Scenarios(browser, table).measure();
    }

    private static void memory(Application application, Table table, String when) throws Exception {
        table.head("Memory, " + when);
        table.row("JVM, resident", application.residentMegabytes() + " MB");
    }

    private static String seconds(Duration time) {
        return "%.2f s".formatted(time.toMillis() / 1000.0);
    }
}
