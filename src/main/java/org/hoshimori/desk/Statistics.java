package org.hoshimori.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hoshimori.content.CandidateControl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts of current declarations by star, month, industry, prefecture and size, one line of numbers each. In public
/// those below five are left out, and as many more as are needed so that nobody gets them back from a sum.
@Component
class Statistics {

    /// Fewer than so many are not told.
    static final long LEAST = 5;

    private final StockRepository counts;

    Statistics(StockRepository counts) {
        this.counts = counts;
    }

    /// The four ways to count.
    enum By {
        MONTH,
        INDUSTRY,
        PREFECTURE,
        SIZE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A count as it is stored.
    record Cell(String key, int star, long count) {}

    /// One line: how many declared one star, two stars, and together. Null is left out.
    record Line(
            String key,
            @Nullable Long one,
            @Nullable Long two,
            @Nullable Long both) {}

    void refresh() {
        counts.refresh();
    }

    /// For the public.
    List<Line> shown(By by) {
        var table = table(counts.cells(by));
        return lines(table, suppressed(table.values().stream().toList()));
    }

    /// By star, for the public.
    List<Line> shownStars() {
        var table = table(counts.stars());
        var hidden = suppressed(table.values().stream().toList());
        together(hidden);
        return lines(table, hidden);
    }

    /// By star, for staff.
    List<Line> allStars() {
        var table = table(counts.stars());
        return lines(table, new boolean[table.size()][2]);
    }

    /// The stars make up the whole, which may be known from elsewhere: one is not told without the other.
    static void together(boolean[][] hidden) {
        if (Stream.of(hidden).anyMatch(row -> row[0] || row[1])) {
            Stream.of(hidden).forEach(row -> Arrays.fill(row, true));
        }
    }

    /// For staff: everything.
    List<Line> all(By by) {
        var table = table(counts.cells(by));
        return lines(table, new boolean[table.size()][2]);
    }

    private static TreeMap<String, long[]> table(List<Cell> cells) {
        var table = new TreeMap<String, long[]>(
                Comparator.comparingInt(Statistics::place).thenComparing(Comparator.naturalOrder()));
        cells.forEach(cell -> table.computeIfAbsent(cell.key(), _ -> new long[2])[cell.star() - 1] = cell.count());
        return table;
    }

    /// Sizes from the smallest; everything else in the order of its words, behind them.
    private static int place(String key) {
        var place = CandidateControl.SIZES.indexOf(key);
        return place < 0 ? CandidateControl.SIZES.size() : place;
    }

    private static List<Line> lines(TreeMap<String, long[]> table, boolean[][] hidden) {
        var lines = new ArrayList<Line>();
        for (var row : table.entrySet()) {
            var mask = hidden[lines.size()];
            var counts = row.getValue();
            // A sum over a hidden cell would give it away together with its neighbour.
            var both = mask[0] == mask[1] && !mask[0] ? Long.valueOf(counts[0] + counts[1]) : null;
            lines.add(new Line(row.getKey(), mask[0] ? null : counts[0], mask[1] ? null : counts[1], both));
        }
        return lines;
    }

    /// Which cells are left out: those from 1 to 4, and in each column the smallest others that are not empty, until at
    /// least two are hidden and together hide at least five. A column may then be shown with its sum.
    static boolean[][] suppressed(List<long[]> table) {
        var hidden = new boolean[table.size()][2];
        for (var row = 0; row < table.size(); row++) {
            for (var star = 0; star < 2; star++) {
                var count = table.get(row)[star];
                hidden[row][star] = count > 0 && count < LEAST;
            }
        }
        for (var star = 0; star < 2; star++) {
            complement(table, hidden, star);
        }
        return hidden;
    }

    private static void complement(List<long[]> table, boolean[][] hidden, int star) {
        while (needsMore(table, hidden, star)) {
            var smallest = -1;
            for (var row = 0; row < table.size(); row++) {
                var count = table.get(row)[star];
                if (!hidden[row][star] && count > 0 && (smallest < 0 || count < table.get(smallest)[star])) {
                    smallest = row;
                }
            }
            if (smallest < 0) {
                return;
            }
            hidden[smallest][star] = true;
        }
    }

    private static boolean needsMore(List<long[]> table, boolean[][] hidden, int star) {
        var cells = 0;
        var sum = 0L;
        for (var row = 0; row < table.size(); row++) {
            if (hidden[row][star]) {
                cells++;
                sum += table.get(row)[star];
            }
        }
        return cells > 0 && (cells < 2 || sum < LEAST);
    }

    /// Where prefectures stand on a map of tiles, roughly as they lie: column and row, from 0.
    static int[] tile(String prefecture) {
        return TILES.get(Integer.parseInt(prefecture) - 1).clone();
    }

    private static final List<int[]> TILES = List.of(
            at(12, 0), at(11, 2), at(12, 3), at(12, 4), at(11, 3), at(11, 4), at(12, 5), at(12, 6), at(11, 6),
            at(10, 6), at(10, 7), at(12, 7), at(11, 7), at(11, 8), at(11, 5), at(9, 5), at(8, 5), at(8, 6), at(10, 8),
            at(9, 6), at(8, 7), at(9, 8), at(8, 8), at(7, 8), at(7, 7), at(6, 7), at(5, 8), at(5, 7), at(6, 8),
            at(6, 9), at(4, 6), at(3, 6), at(4, 7), at(3, 7), at(2, 7), at(5, 10), at(4, 9), at(3, 9), at(4, 10),
            at(1, 8), at(0, 8), at(0, 9), at(1, 10), at(2, 9), at(2, 10), at(1, 11), at(0, 12));

    private static int[] at(int column, int row) {
        return new int[] {column, row};
    }
}
