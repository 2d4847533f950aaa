package org.hoshimori.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.assessment.Round;

/// The totals of the rounds up to now as a line, oldest first.
///
/// @param points at most [#SHOWN]; the rounds before them are in the list of all rounds
record Trend(List<Point> points) {

    /// More would not be told apart on a phone.
    static final int SHOWN = 12;

    private static final double TOP = 30;
    private static final double PER_POINT = 1.28;
    private static final int BEST = 100;
    private static final int FEW = 4;

    /// One round on the line.
    ///
    /// @param x in percent of the width
    /// @param y from the top, in pixels
    /// @param current true for the round of the page: the star
    /// @param labelled whether its month stands below; not every one has room
    record Point(Round round, int total, String x, double y, boolean current, boolean labelled) {

        /// Where the current round's figure stands: below the star unless the months are there.
        int figure() {
            return total < 25 ? -22 : 38;
        }
    }

    static Trend of(List<Round> newestFirst, Round current) {
        var shown = newestFirst.stream().limit(SHOWN).toList().reversed();
        var points = new ArrayList<Point>();
        for (int index = 0; index < shown.size(); index++) {
            var round = shown.get(index);
            var total = round.total() == null ? 0 : round.total();
            var isEdge = index == 0 || index == shown.size() - 1;
            points.add(new Point(
                    round,
                    total,
                    x(index, shown.size()),
                    height(total),
                    round.id().equals(current.id()),
                    isEdge || shown.size() <= FEW));
        }
        return new Trend(List.copyOf(points));
    }

    static double height(int total) {
        return TOP + (BEST - total) * PER_POINT;
    }

    private static String x(int index, int size) {
        var percent = size == 1 ? 50 : 8 + index * 84.0 / (size - 1);
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
