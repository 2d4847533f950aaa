package org.hoshimori.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How many people a second confirm a handbook by their personal links: each link is used once, all clients at the same
/// time, until the seconds or the links are over. The aim is 200 a second, also when all of them belong to one company,
/// whose trail is one chain.
final class Acknowledgements {

    /// More than can be confirmed in a run.
    private static final int PER_SECOND = 1500;

    private final Application application;
    private final Duration length;

    Acknowledgements(Application application, Duration length) {
        this.application = application;
        this.length = length;
    }

    /// Adds one row for each number of companies.
    void measure(Table table, int clients) throws Exception {
        table.head("Acknowledgements by link (" + clients + " clients, " + length.toSeconds() + " s each)");
        table.row("spread over", "confirmations/s", "p50", "p95", "p99", "failed");
        for (var companies : List.of(1, 50)) {
            System.err.println("Acknowledgements in " + companies + " companies …");
            var people = (int) (PER_SECOND * length.toSeconds() / companies);
            var links = new ConcurrentLinkedQueue<>(HandoutSeed.fill(application, companies, people));
            var result = run(links, clients);
            table.row(companies == 1 ? "one company" : companies + " companies", result.columns());
        }
    }

    private Load.Result run(ConcurrentLinkedQueue<String> links, int clients) throws Exception {
        var browsers = new ArrayList<Browser>();
        for (var client = 0; client < clients; client++) {
            var browser = new Browser(application.address());
            browser.receive("/read/" + links.remove() + "?screen=end");
            browsers.add(browser);
        }
        var times = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var browser : browsers) {
                all.add(threads.submit(() -> confirm(browser, links, end, times, failed)));
            }
            for (var one : all) {
                one.get();
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Load.Result(times.stream().sorted().toList(), failed.get(), took);
    }

    private static Void confirm(
            Browser browser,
            ConcurrentLinkedQueue<String> links,
            long end,
            ConcurrentLinkedQueue<Long> times,
            AtomicInteger failed)
            throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            var link = links.poll();
            if (link == null) {
                return null;
            }
            var begun = System.nanoTime();
            var status = browser.confirm("/read/" + link);
            times.add(System.nanoTime() - begun);
            if (status / 100 != 3) {
                failed.incrementAndGet();
            }
        }
        return null;
    }

    /// Against an application that runs already: its data folder, its address, seconds, clients.
    static void main(String[] arguments) throws Exception {
        var application = Application.running(arguments[0], arguments[1]);
        var length = Duration.ofSeconds(Long.parseLong(arguments[2]));
        var clients = Integer.parseInt(arguments[3]);
        var table = new Table();
        new Acknowledgements(application, Duration.ofSeconds(5)).measure(new Table(), clients);
        new Acknowledgements(application, length).measure(table, clients);
        table.print();
    }
}
