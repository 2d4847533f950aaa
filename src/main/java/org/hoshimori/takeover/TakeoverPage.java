package org.hoshimori.takeover;

import java.util.Arrays;
import java.util.List;
import org.hoshimori.takeover.Rows.Row;
import org.hoshimori.web.Problems;

/// One run: its columns, its counts, what is wrong, how far it is.
///
/// @param first the first rows of the file; none once the run ended
record TakeoverPage(Run run, List<Row> first, List<Trouble> troubles, Words words, Problems problems) {

    static final int SHOWN = 200;
    private static final int EXAMPLES = 20;

    /// All runs, and where a file is chosen.
    record Choosing(List<Run> runs, int megabytes, Problems problems) {}

    List<Column> columns() {
        return Arrays.asList(Column.values());
    }

    int width() {
        return first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    String head(int place) {
        return first.stream()
                .filter(row -> row.line() == run.columns().header())
                .map(row -> shortened(row.cell(place)))
                .findFirst()
                .orElse("");
    }

    static String letter(int place) {
        return place < 26
                ? String.valueOf((char) ('A' + place))
                : String.valueOf((char) ('A' + place / 26 - 1)) + (char) ('A' + place % 26);
    }

    /// The first text under a heading, to see what is meant.
    String example(int place) {
        return first.stream()
                .filter(row -> row.line() > run.columns().header())
                .limit(EXAMPLES)
                .map(row -> shortened(row.cell(place)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    boolean chosen(int place, Column column) {
        return run.columns().place(column) == place;
    }

    List<Trouble> shown() {
        return troubles.stream().limit(SHOWN).toList();
    }

    /// Whether there are more troubles than the page shows.
    boolean more() {
        return troubles.size() > SHOWN;
    }

    /// Whether the import may begin.
    boolean startable() {
        return run.state() == Run.State.LOOKED && run.counts().fresh() > 0;
    }

    /// Whether the dry run waits for columns.
    boolean unclear() {
        return !run.columns().missing().isEmpty();
    }

    boolean correctable() {
        return run.state() == Run.State.LOOKED || run.state() == Run.State.LOOKING;
    }
}
