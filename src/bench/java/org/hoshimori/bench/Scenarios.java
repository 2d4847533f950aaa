package org.hoshimori.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What-if, the cheapest set, and the best set for a budget with its curve, for a company with 3,000 assets that has
/// done none of the 55 items: one person, one request after the other, every time something else.
final class Scenarios {

    private static final int WARM_UP = 30;
    private static final int ANSWERS = 200;
    private static final int SOLUTIONS = 20;

    private static final List<String> ITEMS = List.of(
            "automatic-updates",
            "antivirus-used",
            "backup-taken",
            "passwords-used",
            "suspicious-mail",
            "fake-sites",
            "firewall-in-place",
            "logs-kept",
            "register-kept",
            "external-sharing-limited");

    private final Browser browser;
    private final Table table;

    Scenarios(Browser browser, Table table) {
        this.browser = browser;
        this.table = table;
    }

    void measure() throws IOException, InterruptedException {
        table.head("Scenarios for 3,000 assets and 55 items, ms: middle, 95th percentile");
        row("what-if, the part that moves", ANSWERS, number -> "/risks/what-if?" + ticks(number), true);
        row("what-if, the whole page", ANSWERS, number -> "/risks/what-if?" + ticks(number), false);
        row("the cheapest set", SOLUTIONS, _ -> "/risks/cheapest", false);
        row("a budget, with the curve", SOLUTIONS, number -> "/risks/budget?yen=" + (1 + number) * 25_000, false);
    }

    private interface Path {
        String of(int number);
    }

    private void row(String name, int requests, Path path, boolean part) throws IOException, InterruptedException {
        for (var number = 0; number < Math.min(WARM_UP, requests); number++) {
            ask(path.of(number), part);
        }
        var times = new ArrayList<Duration>();
        for (var number = 0; number < requests; number++) {
            var begun = System.nanoTime();
            ask(path.of(number), part);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        times.sort(null);
        table.row(name, Load.millis(times.get(requests / 2)), Load.millis(times.get(requests * 95 / 100)));
    }

    private void ask(String path, boolean part) throws IOException, InterruptedException {
        var status = part ? browser.part(path) : browser.get(path);
        if (status != 200) {
            throw new IllegalStateException(path + " was answered with status " + status);
        }
    }

    /// Some of the items: those whose bit is set.
    private static String ticks(int number) {
        var ticks = new ArrayList<String>();
        for (var item = 0; item < ITEMS.size(); item++) {
            if ((number * 37 + 5 >> item & 1) == 1) {
                ticks.add("item=" + ITEMS.get(item));
            }
        }
        return String.join("&", ticks);
    }
}
