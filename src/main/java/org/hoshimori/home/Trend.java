package org.hoshimori.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.assessment.Round;
import org.jspecify.annotations.Nullable;

/// The totals of the closed rounds as a line, oldest first. Places across are per cent, so that text keeps its size at
/// every width; heights are pixels from 30 (100 points) to 190 (0 points, or the lowest total below it).
record Trend(List<Point> points, String goal, String zero) {

    private static final int TOP = 30;
    private static final int BOTTOM = 190;

    /// From here on the advice is to go for 100 (band 70–99 of appendix 3).
    static final int GOAL = 70;

    /// @param across per cent from the left
    /// @param down pixels from the top
    /// @param newYear the year where it differs from the point before; null otherwise
    record Point(
            Round round,
            int total,
            String across,
            String down,
            @Nullable Integer newYear) {}

    /// Needs two rounds; null for fewer.
    ///
    /// @param closed the newest first
    static @Nullable Trend of(List<Round> closed) {
        if (closed.size() < 2) {
            return null;
        }
        var rounds = closed.reversed();
        var lowest = Math.min(0, rounds.stream().mapToInt(Trend::total).min().orElse(0));
        var points = new ArrayList<Point>();
        for (var i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            var year = round.startedOn().getYear();
            var known = i > 0 && rounds.get(i - 1).startedOn().getYear() == year;
            points.add(new Point(
                    round,
                    total(round),
                    number(10 + 80.0 * i / (rounds.size() - 1)),
                    number(down(total(round), lowest)),
                    known ? null : year));
        }
        return new Trend(points, number(down(GOAL, lowest)), number(down(0, lowest)));
    }

    Point first() {
        return points.getFirst();
    }

    Point last() {
        return points.getLast();
    }

    /// Points gained since the round before the last.
    int gained() {
        return last().total() - points.get(points.size() - 2).total();
    }

    int goalPoints() {
        return GOAL;
    }

    int toGoal() {
        return GOAL - last().total();
    }

    /// Height of the band above the goal.
    String goalHeight() {
        return number(Double.parseDouble(goal) - TOP);
    }

    private static double down(int total, int lowest) {
        return BOTTOM - (double) (BOTTOM - TOP) * (total - lowest) / (100 - lowest);
    }

    private static int total(Round round) {
        return round.total() == null ? 0 : round.total();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
