package org.hoshimori.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Half a million declarations: written as a list, taken over by the application with 512 MB of heap, then
/// searched by many at once. Where the folder holds data already, they are only searched. Started by
/// `src/bench/directory.sh`; everything goes through the pages.
final class DirectoryBench {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    /// So long Java optimizes what every question takes.
    private static final Duration UNTIL_OPTIMIZED = Duration.ofSeconds(60);

    /// So often each company declares.
    private static final int ACCEPTANCES = 100;

    private final Table table = new Table();
    private final Application application;
    private final int rows;
    private final int clients;
    private final Duration length;

    private DirectoryBench(Application application, int rows, Duration length, int clients) {
        this.application = application;
        this.rows = rows;
        this.clients = clients;
        this.length = length;
    }

    static void main(String[] arguments) throws Exception {
        if (arguments.length > 6 && arguments[6].equals("decisions")) {
            decisions(arguments);
            return;
        }
        var work = Path.of(arguments[1]);
        var application = new Application(
                arguments[0],
                work.resolve("app"),
                arguments[2],
                work.resolve("data"),
                Map.of("HOSHIMORI_PROGRAMME", "immediate", "HOSHIMORI_TRUSTED_PROXY", "127.0.0.1"));
        Runtime.getRuntime().addShutdownHook(new Thread(application::stop));
        var bench = new DirectoryBench(
                application,
                Integer.parseInt(arguments[3]),
                Duration.ofSeconds(Long.parseLong(arguments[4])),
                Integer.parseInt(arguments[5]));
        bench.table.head("Machine");
        bench.table.row("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        bench.table.row("declarations", arguments[3]);
        if (Files.exists(work.resolve("data"))) {
            application.start(List.of("-Xmx512m"));
        } else {
            bench.fill(work.resolve("declarations.csv"));
        }
        try {
            if (!bench.length.isZero()) {
                bench.searches();
            }
            new Acceptance(application).measure(bench.clients, ACCEPTANCES, bench.table);
        } finally {
            application.stop();
            bench.table.print();
        }
    }

    /// Only a batch of decisions, where somebody looks at everything.
    private static void decisions(String[] arguments) throws Exception {
        var work = Path.of(arguments[1]);
        var settings = Map.of("HOSHIMORI_PROGRAMME", "reviewed");
        var application =
                new Application(arguments[0], work.resolve("app"), arguments[2], work.resolve("data"), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(application::stop));
        var table = new Table();
        try {
            new Deciding(application, Integer.parseInt(arguments[3])).measure(table);
        } finally {
            application.stop();
            table.print();
        }
    }

    private void fill(Path list) throws Exception {
        var begun = System.nanoTime();
        new SampleDeclarations().write(list, rows);
        table.row("list written", seconds(begun));
        takeOver(list);
        settle();
    }

    private void takeOver(Path list) throws Exception {
        System.err.println("Taking " + rows + " declarations over …");
        application.start(List.of("-Xmx512m"));
        var head = new Browser(application.address());
        head.joinStaff(application.staffPath());
        table.head("Taking over, with 512 MB of heap");
        var begun = System.nanoTime();
        var run = head.upload("/desk/takeover", "/desk/takeover/files", list);
        table.row("upload", seconds(begun));
        begun = System.nanoTime();
        await(head, run, run + "/start\"");
        table.row("dry run", seconds(begun));
        var before = application.worked();
        head.press(run, run + "/start");
        begun = System.nanoTime();
        await(head, run, "class=\"notice ok\"");
        table.row("import, the wait for the job included", seconds(begun));
        table.row(
                "processors' work for the import",
                application.worked().minus(before).toSeconds() + " s");
        table.row("JVM, most resident", application.mostMegabytes() + " MB");
    }

    private static void await(Browser head, String path, String sign) throws Exception {
        var begun = System.nanoTime();
        while (!head.page(path).contains(sign)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("no " + sign + " on " + path + ":\n" + head.page(path));
            }
            Thread.sleep(500);
        }
    }

    /// PostgreSQL looks at what came in within a minute.
    private void settle() throws InterruptedException {
        System.err.println("Waiting for PostgreSQL's own tidying …");
        Thread.sleep(Duration.ofSeconds(90));
    }

    private void searches() throws Exception {
        table.head("Searching (" + clients + " clients, " + length.toSeconds() + " s each)");
        table.row("what", "requests/s", "p50", "p95", "p99", "failed", "CPU per request");
        run(questions().values().stream().flatMap(List::stream).toList(), UNTIL_OPTIMIZED);
        for (var one : questions().entrySet()) {
            System.err.println("Asking for " + one.getKey() + " …");
            run(one.getValue(), WARM_UP);
            var before = application.worked();
            var result = run(one.getValue(), length);
            var cpu = application
                    .worked()
                    .minus(before)
                    .dividedBy(Math.max(1, result.times().size()));
            var columns = new ArrayList<>(List.of(result.columns()));
            columns.add(Load.millis(cpu));
            table.row(one.getKey(), columns.toArray(String[]::new));
        }
    }

    private Map<String, List<String>> questions() {
        var questions = new LinkedHashMap<String, List<String>>();
        questions.put("common words", words("さくら", "みどり", "システム", "サービス", "建設"));
        questions.put("words in between", words("銀河", "白鳥システム", "櫻木", "ベガ総合", "国見建設"));
        questions.put("rare words", words("さくら農園999", "港旅館501", "ノヴァ医院77", "翠水産123", "鶴東亜公社8"));
        questions.put("words that nobody has", words("翡翠鉱泉", "ホトトギス堂", "ゼロックン", "龍宮城", "xyzzy"));
        questions.put("one letter", words("星", "サ", "の", "鐵", "ヴ"));
        questions.put("two letters", words("農園", "サク", "ホク", "和医", "ヴァ"));
        questions.put(
                "common word and filters", paths("q=" + encoded("さくら") + "&p=31", "q=" + encoded("システム") + "&i=G&s=2"));
        questions.put(
                "word and filters that exclude it",
                paths("q=" + encoded("農園") + "&i=G", "q=" + encoded("医院") + "&i=A&p=13"));
        questions.put("prefecture", paths("p=13", "p=31", "p=47", "p=01"));
        questions.put("prefecture and municipality", paths("p=13&m=" + encoded("ほしみ市"), "p=31&m=" + encoded("やまて")));
        questions.put("municipality that is not there", paths("m=" + encoded("ないない市"), "p=13&m=" + encoded("どこにも")));
        questions.put("industry", paths("i=E", "i=T", "i=C&s=2"));
        questions.put("star, since", paths("s=2", "s=1", "from=2026-01-01", "from=2018-01-01&s=2&p=40"));
        questions.put("by name", paths("o=name", "o=name&p=13", "o=name&q=" + encoded("さくら"), "o=name&i=G&s=2"));
        questions.put("newest", paths(""));
        questions.put("a page further on", paths("p=13&after=2022-05-05~95000000000", "after=2019-05-05~95000000000"));
        questions.put("number", numbers("/directory?q="));
        questions.put("page of a number", numbers("/d/"));
        questions.put("statistics", List.of("/statistics"));
        return questions;
    }

    private static List<String> words(String... words) {
        return List.of(words).stream()
                .map(word -> "/directory?q=" + encoded(word))
                .toList();
    }

    private static List<String> paths(String... queries) {
        return List.of(queries).stream().map(query -> "/directory?" + query).toList();
    }

    private List<String> numbers(String path) {
        var random = ThreadLocalRandom.current();
        return random.ints(500, 0, rows)
                .mapToObj(row -> path + SampleDeclarations.number(row))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Load.Result run(List<String> paths, Duration time) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var client = 0; client < clients; client++) {
                all.add(threads.submit(() -> ask(paths, end, times, failed)));
            }
            for (var one : all) {
                one.get();
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Load.Result(times.stream().sorted().toList(), failed.get(), took);
    }

    private Void ask(List<String> paths, long end, ConcurrentLinkedQueue<Long> times, AtomicInteger failed)
            throws Exception {
        var random = ThreadLocalRandom.current();
        try (var wire = new Wire(application.address())) {
            while (System.nanoTime() < end) {
                var from = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
                var begun = System.nanoTime();
                var status = wire.getAs(paths.get(random.nextInt(paths.size())), from);
                times.add(System.nanoTime() - begun);
                if (status != 200) {
                    failed.incrementAndGet();
                }
            }
        }
        return null;
    }

    private static String seconds(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }
}
