package org.hoshimori.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.risk.RiskTable;
import org.hoshimori.scenario.BudgetSet.Offer;
import org.hoshimori.scenario.BudgetSet.Price;
import org.jspecify.annotations.Nullable;

/// Branch and bound behind [BudgetSet], in whole numbers, so that what it finds is proven: a solver that counts in
/// floating point left some cases with awkward prices unproven. A company with many threats of its own can ask for
/// more than can be searched; then it ends with the best it came across. It chooses a likelihood for every medium; what
/// that asks for is a set of items that must all be done, and sets of which one item must be done ([Cover]). Items are
/// bits of a long. The number of assets does not matter to the effort.
final class BudgetSearch {

    /// More figures of one kind than any company has.
    private static final long BIG = 1L << 36;

    /// Hundreds of times what the shipped threats take, and less than a second.
    private static final int STEPS = 100_000;

    /// What it takes to bring a medium to one likelihood, and what that leaves.
    ///
    /// @param left assets that are 大, times a large number, plus the sum of risk values
    /// @param all items that must be done
    /// @param some sets of which one item must be done
    private record Option(long left, long all, List<Long> some) {}

    private final RiskMethod method;
    private final RiskTable table;
    private final Offer offer;
    private final long[] weights;
    private final long limit;
    private final List<List<Option>> media;
    private final long[] least;

    private long bestLeft = Long.MAX_VALUE;
    private long bestWeight = Long.MAX_VALUE;
    private long bestItems;
    private final Cover.Effort effort = new Cover.Effort(STEPS);

    /// Errors: `IllegalArgumentException` for more than 63 items.
    BudgetSearch(RiskMethod method, RiskTable table, List<Assets> assets, Offer offer, long budget) {
        if (table.items().size() > 63) {
            throw new IllegalArgumentException(table.items().size() + " items");
        }
        this.method = method;
        this.table = table;
        this.offer = offer;
        // Weights order by cost, then by work.
        long works = 1 + offer.prices().values().stream().mapToLong(Price::work).sum();
        this.weights = table.items().stream()
                .mapToLong(item -> weight(offer.prices().get(item), works))
                .toArray();
        this.limit = budget * works + works - 1;
        this.media = assets.stream()
                .filter(one -> table.medium(one.medium()) >= 0)
                .map(Assets::medium)
                .distinct()
                .sorted()
                .map(medium -> options(
                        medium,
                        assets.stream()
                                .filter(one -> one.medium().equals(medium))
                                .toList()))
                .sorted(Comparator.comparingLong(
                        options -> options.getFirst().left() - options.getLast().left()))
                .toList();
        this.least = new long[media.size() + 1];
        for (int medium = media.size() - 1; medium >= 0; medium--) {
            least[medium] = least[medium + 1] + media.get(medium).getFirst().left();
        }
    }

    private static long weight(@Nullable Price price, long works) {
        return price == null ? 0 : price.yen() * works + price.work();
    }

    /// The ids of the best items.
    TreeSet<String> items() {
        begin();
        choose(0, 0, 0, List.of());
        var items = new TreeSet<String>();
        for (int item = 0; item < weights.length; item++) {
            if ((bestItems >> item & 1) == 1) {
                items.add(table.items().get(item));
            }
        }
        return items;
    }

    /// Whether no better items exist; known after [#items].
    boolean proven() {
        return !effort.spent();
    }

    /// Something to compare with from the start: one medium after the other as low as the money goes.
    private void begin() {
        long left = 0;
        long items = 0;
        for (var options : media) {
            for (var option : options) {
                long more = items | option.all();
                for (long set : option.some()) {
                    more |= (more & set) == 0 ? 1L << Cover.lightest(weights, set) : 0;
                }
                if (weight(more) <= limit) {
                    left += option.left();
                    items = more;
                    break;
                }
            }
        }
        bestLeft = left;
        bestWeight = weight(items);
        bestItems = items;
    }

    /// The ways of one medium, from the lowest likelihood that can be reached to that of today, which asks for nothing.
    private List<Option> options(String medium, List<Assets> assets) {
        int now = table.likelihoods(offer.answers())[table.medium(medium)];
        var options = new ArrayList<Option>();
        for (int likelihood = 1; likelihood < now; likelihood++) {
            var option = option(medium, likelihood, left(assets, likelihood));
            if (option != null) {
                options.add(option);
            }
        }
        options.add(new Option(left(assets, now), 0, List.of()));
        return options;
    }

    private long left(List<Assets> assets, int likelihood) {
        long left = 0;
        for (var one : assets) {
            boolean large = RiskLevel.of(method, one.importance(), likelihood) == RiskLevel.LARGE;
            left += (large ? BIG : 0) * one.count() + (long) one.importance() * likelihood * one.count();
        }
        return left;
    }

    /// Null when the likelihood cannot be reached.
    private @Nullable Option option(String medium, int likelihood, long left) {
        long all = 0;
        var some = new ArrayList<Long>();
        for (int place = 0; place < table.threats().size(); place++) {
            var threat = table.threats().get(place);
            if (!threat.medium().equals(medium) || table.likelihood(place, offer.answers()) <= likelihood) {
                continue;
            }
            long open = 0;
            boolean whole = false;
            boolean begun = false;
            for (var id : threat.items()) {
                int item = table.items().indexOf(id);
                int answer = offer.answers()[item];
                if (answer != RiskRules.NOT_APPLICABLE) {
                    begun |= answer != 3;
                    whole |= answer != RiskRules.DONE && !offer.open(table, item);
                    open |= offer.open(table, item) ? 1L << item : 0;
                }
            }
            if (!begun && open != 0 && RiskRules.likelihood(threat.frequency(), 2) <= likelihood) {
                some.add(open);
            } else if (!whole && open != 0 && RiskRules.likelihood(threat.frequency(), 1) <= likelihood) {
                all |= open;
            } else {
                return null;
            }
        }
        return new Option(left, all, some);
    }

    private void choose(int medium, long left, long all, List<Long> some) {
        long bound = left + least[medium];
        long weight = weight(all);
        long below = bound < bestLeft ? limit + 1 : Math.min(limit + 1, bestWeight);
        var cover = new Cover(weights, below, effort);
        if (!effort.more() || bound > bestLeft || !cover.possible(all, weight, some)) {
            return;
        }
        if (medium == media.size()) {
            if (cover.find(all, weight, some)) {
                bestLeft = left;
                bestWeight = cover.weight();
                bestItems = cover.items();
            }
            return;
        }
        for (var option : media.get(medium)) {
            var more = new ArrayList<>(some);
            more.addAll(option.some());
            choose(medium + 1, left + option.left(), all | option.all(), more);
        }
    }

    private long weight(long items) {
        long weight = 0;
        for (long rest = items; rest != 0; rest &= rest - 1) {
            weight += weights[Long.numberOfTrailingZeros(rest)];
        }
        return weight;
    }
}
