package org.hoshimori.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Several clients that ask for one thing again and again, each as soon as its answer is there.
///
/// @param browsers one per client, signed in
record Load(Visit visit, List<Browser> browsers, List<Person> people) {

    /// No run asks more often than this, whatever its length.
    private static final int MOST = 1_000_000;

    /// How long each request took, in nanoseconds, sorted.
    record Result(List<Long> times, int failed, Duration length) {

        String[] columns() {
            return new String[] {
                "%.0f".formatted(times.size() * 1000.0 / Math.max(1, length.toMillis())),
                percentile(50),
                percentile(95),
                percentile(99),
                String.valueOf(failed)
            };
        }

        private String percentile(int percent) {
            if (times.isEmpty()) {
                return "none";
            }
            var index = (int) Math.ceil(times.size() * percent / 100.0) - 1;
            return millis(Duration.ofNanos(times.get(Math.max(0, index))));
        }
    }

    Result run(int clients, Duration length) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var client = 0; client < Math.min(clients, browsers.size()); client++) {
                var number = client;
                all.add(threads.submit(() -> ask(number, end, times, failed)));
            }
            for (var one : all) {
                one.get();
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Result(times.stream().sorted().toList(), failed.get(), took);
    }

    private Void ask(int client, long end, ConcurrentLinkedQueue<Long> times, AtomicInteger failed)
            throws IOException, InterruptedException {
        for (var turn = 0; System.nanoTime() < end && turn < MOST; turn++) {
            var begun = System.nanoTime();
            var status = visit.pay(browsers.get(client), people.get(client), turn);
            times.add(System.nanoTime() - begun);
            if (status != 200) {
                failed.incrementAndGet();
            }
        }
        return null;
    }

    static String millis(Duration time) {
        return "%.1f ms".formatted(time.toNanos() / 1_000_000.0);
    }
}
