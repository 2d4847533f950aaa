package org.hoshimori.scenario;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.scenario.BudgetSet.Answer;
import org.hoshimori.scenario.BudgetSet.Offer;

/// How risk falls with cost: points that are each the best for their cost, from no money to where more helps no more.
///
/// @param now assets that are 大 and the sum of risk values before anything is done
/// @param points by rising cost; the first costs nothing
record CostCurve(Left now, List<Answer> points) {

    /// Height of a drawing in pixels, between the lines of the largest figure and of none.
    static final int HEIGHT = 180;

    private static final int STEPS = 10;

    record Left(long large, long sum) {}

    /// A figure that is drawn over the cost.
    enum Figure {
        LARGE,
        SUM
    }

    /// One place in a drawing.
    ///
    /// @param across percent of the width
    /// @param down pixels from the top line
    record Place(double across, double down, Answer point, long figure) {}

    /// Counts the points from the most useful sum downwards: each next one has at least a tenth less money, so there
    /// are at most twelve. None of them is an estimate where all are proven.
    static CostCurve of(BudgetSet sets, Offer offer) {
        var all = new ArrayList<Answer>();
        var answer = sets.best(offer, offer.yen(offer.prices().keySet()));
        long step = Math.max(1, answer.cost() / STEPS);
        all.add(answer);
        while (answer.cost() > 0) {
            answer = sets.best(offer, Math.max(0, answer.cost() - step));
            all.add(answer);
        }
        return new CostCurve(new Left(sets.large(offer.answers()), sets.sum(offer.answers())), all.reversed());
    }

    boolean proven() {
        return points.stream().allMatch(Answer::proven);
    }

    /// The most money that still helps.
    long most() {
        return points.getLast().cost();
    }

    long top(Figure figure) {
        return switch (figure) {
            case LARGE -> now.large();
            case SUM ->
                Math.max(now.sum(), points.stream().mapToLong(Answer::sum).max().orElse(0));
        };
    }

    /// Where the points stand when a figure is drawn.
    List<Place> places(Figure figure) {
        return points.stream()
                .map(point -> new Place(
                        across(point.cost()), down(figure, value(figure, point)), point, value(figure, point)))
                .toList();
    }

    /// Where the company stands now.
    double start(Figure figure) {
        return down(figure, figure == Figure.LARGE ? now.large() : now.sum());
    }

    private static long value(Figure figure, Answer point) {
        return switch (figure) {
            case LARGE -> point.large();
            case SUM -> point.sum();
        };
    }

    private double across(long cost) {
        return most() == 0 ? 0 : Math.round(1000.0 * cost / most()) / 10.0;
    }

    private double down(Figure figure, long value) {
        return top(figure) == 0 ? HEIGHT : Math.round(10.0 * HEIGHT * (top(figure) - value) / top(figure)) / 10.0;
    }
}
