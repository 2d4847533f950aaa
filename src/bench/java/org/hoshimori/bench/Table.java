package org.hoshimori.bench;

import java.util.ArrayList;
import java.util.List;

/// What is printed at the end, as Markdown for `docs/operations/performance.md`.
final class Table {

    private final List<String> lines = new ArrayList<>();

    void head(String title) {
        lines.add("");
        lines.add("**" + title + "**");
        lines.add("");
    }

    void row(String name, String... values) {
        lines.add("| " + name + " | " + String.join(" | ", values) + " |");
    }

    void print() {
        lines.forEach(System.out::println);
    }
}
