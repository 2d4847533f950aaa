package org.hoshimori.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.risk.RiskRound.Department;
import org.hoshimori.risk.RiskRound.Group;
import org.hoshimori.risk.RiskRound.Moved;
import org.hoshimori.risk.RiskRound.Row;
import org.hoshimori.risk.RiskRound.Way;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The closed rounds.
///
/// @param rounds newest first
/// @param next the last round shown when older ones follow
/// @param columns the trend of the newest, oldest first
/// @param assets how many assets would go into a round closed now
record RiskHistoryPage(
        List<RiskRound> rounds,
        RiskRound.@Nullable Id next,
        List<Column> columns,
        int assets,
        RiskRoundForm form,
        Problems problems) {

    /// Rounds on a page.
    static final int PAGE = 50;

    /// More columns would not be told apart on a phone.
    static final int SHOWN = 12;

    /// Pixels of the chart from its top to its foot, and of its columns.
    static final int FOOT = 210;

    private static final int TALLEST = 170;

    /// One column of the trend: three parts on each other, 大 on top.
    ///
    /// @param x of its left edge and `middle`, `width` in percent of the chart
    record Column(RiskRound round, String x, String middle, String width, List<Part> parts) {}

    /// @param y from the top, and the height, in pixels
    record Part(RiskLevel level, int y, int height) {

        /// Whether its figure has room in it.
        boolean roomy() {
            return height >= 28;
        }

        /// The foot of its figure.
        int text() {
            return y + height / 2 + 6;
        }
    }

    static List<Column> columns(List<RiskRound> newestFirst) {
        var shown = newestFirst.stream().limit(SHOWN).toList().reversed();
        var most = shown.stream().mapToInt(round -> round.counts().all()).max().orElse(1);
        var step = 100.0 / Math.max(4, shown.size());
        var columns = new ArrayList<Column>();
        for (var index = 0; index < shown.size(); index++) {
            var round = shown.get(index);
            columns.add(new Column(
                    round,
                    percent(step * (index + 0.2)),
                    percent(step * (index + 0.5)),
                    percent(step * 0.6),
                    parts(round, Math.max(1, most))));
        }
        return List.copyOf(columns);
    }

    private static List<Part> parts(RiskRound round, int most) {
        var parts = new ArrayList<Part>();
        var below = FOOT;
        for (var level : RiskLevel.values()) {
            var height = (int) Math.round((double) TALLEST * round.counts().of(level) / most);
            below -= height;
            parts.add(new Part(level, below, height));
        }
        return List.copyOf(parts);
    }

    private static String percent(double figure) {
        return String.format(Locale.ROOT, "%.2f%%", figure);
    }

    /// One round.
    ///
    /// @param next where the next page of its assets begins; null on the last
    record One(
            RiskRound round,
            List<Department> departments,
            List<Group> groups,
            List<Row> rows,
            @Nullable String next,
            List<RiskRound> others) {}

    /// Two rounds beside each other.
    ///
    /// @param ways how many assets went each way
    /// @param rows those that went `way`
    record Two(
            RiskRound before,
            RiskRound after,
            List<Pair> groups,
            Map<Way, Integer> ways,
            Way way,
            List<Moved> rows,
            @Nullable String next) {

        int count(Way which) {
            return Objects.requireNonNullElse(ways.get(which), 0);
        }

        boolean otherMethod() {
            return !before.method().equals(after.method());
        }

        String path(Way which) {
            return "/risks/history/compare?before=" + before.id() + "&after=" + after.id() + "&way=" + which.id();
        }

        int change(RiskLevel level) {
            return after.counts().of(level) - before.counts().of(level);
        }
    }

    /// The rates of one group in two rounds.
    ///
    /// @param before null when the group was not there
    record Pair(Group after, @Nullable Group before) {

        /// Percentage points gained, with a sign; – when one of them has no rate.
        String gain() {
            if (before == null || before.rate() < 0 || after.rate() < 0) {
                return "–";
            }
            var tenths = after.rate() - before.rate();
            return (tenths > 0 ? "+" : tenths < 0 ? "−" : "±") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
        }
    }

    static List<Pair> pairs(List<Group> before, List<Group> after) {
        return after.stream()
                .map(group -> new Pair(
                        group,
                        before.stream()
                                .filter(one -> one.id().equals(group.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
