package org.hoshimori.scenario;

import java.util.List;

/// The lightest items that touch every one of some sets: the smallest sets first, and no further where what is chosen
/// and the lightest items of sets without a common item are too heavy together.
final class Cover {

    /// How many steps may still be taken.
    static final class Effort {

        private int left;

        Effort(int left) {
            this.left = left;
        }

        boolean more() {
            left = Math.max(-1, left - 1);
            return left >= 0;
        }

        boolean spent() {
            return left < 0;
        }
    }

    private final long[] weights;
    private final Effort effort;
    private long items;
    private long weight;

    /// @param below only lighter choices count
    Cover(long[] weights, long below, Effort effort) {
        this.weights = weights.clone();
        this.weight = below;
        this.effort = effort;
    }

    /// Whether there is a choice that is light enough, with items that are chosen anyway.
    boolean find(long chosen, long chosenWeight, List<Long> sets) {
        long before = weight;
        search(chosen, 0, chosenWeight, sets);
        return weight < before;
    }

    /// False when it is plain without a search that every choice is too heavy.
    boolean possible(long chosen, long chosenWeight, List<Long> sets) {
        var open = sets.stream().filter(set -> (set & chosen) == 0).toList();
        return chosenWeight + least(open, 0) < weight;
    }

    long items() {
        return items;
    }

    long weight() {
        return weight;
    }

    private void search(long chosen, long barred, long sum, List<Long> sets) {
        var open = sets.stream().filter(set -> (set & chosen) == 0).toList();
        if (!effort.more() || sum + least(open, barred) >= weight) {
            return;
        }
        if (open.isEmpty()) {
            items = chosen;
            weight = sum;
            return;
        }
        long smallest = 0;
        for (long set : open) {
            long rest = set & ~barred;
            if (rest == 0) {
                return;
            }
            if (smallest == 0 || Long.bitCount(rest) < Long.bitCount(smallest)) {
                smallest = rest;
            }
        }
        // Each way takes one item of the set and leaves out those tried before, so that no choice is tried twice.
        long out = barred;
        for (long rest = smallest; rest != 0; ) {
            long bit = 1L << lightest(weights, rest);
            search(chosen | bit, out, sum + weights[Long.numberOfTrailingZeros(bit)], open);
            out |= bit;
            rest &= ~bit;
        }
    }

    /// No choice is lighter than this for sets that have no item in common.
    private long least(List<Long> sets, long barred) {
        long seen = 0;
        long least = 0;
        for (long set : sets) {
            long rest = set & ~barred;
            if (rest != 0 && (rest & seen) == 0) {
                least += weights[lightest(weights, rest)];
                seen |= rest;
            }
        }
        return least;
    }

    static int lightest(long[] weights, long set) {
        int lightest = Long.numberOfTrailingZeros(set);
        for (long rest = set; rest != 0; rest &= rest - 1) {
            int item = Long.numberOfTrailingZeros(rest);
            if (weights[item] < weights[lightest]) {
                lightest = item;
            }
        }
        return lightest;
    }
}
