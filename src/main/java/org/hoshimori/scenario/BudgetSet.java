package org.hoshimori.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.risk.RiskTable;

/// The best check items for a sum of money: the fewest assets that are 大, then the lowest sum of risk values, then the
/// lowest cost; of two that cost the same, the one with less work. What is found is proven to be the best, unless there
/// is too much to compare. An item that is chosen counts as 実施している.
final class BudgetSet {

    /// What one item asks for.
    ///
    /// @param yen not negative
    /// @param work points, from 1
    record Price(long yen, int work) {}

    /// What may be chosen.
    ///
    /// @param answers 1 to 4 by the position of the item
    /// @param prices by the id of an item; an item without one, or not answered 2 or 3, is never chosen
    record Offer(int[] answers, Map<String, Price> prices) {

        boolean open(RiskTable table, int item) {
            return (answers[item] == 2 || answers[item] == 3)
                    && prices.containsKey(table.items().get(item));
        }

        /// The answers once these items are done.
        int[] with(RiskTable table, Set<String> items) {
            int[] after = answers.clone();
            items.forEach(item -> after[table.items().indexOf(item)] = RiskRules.DONE);
            return after;
        }

        long yen(Set<String> items) {
            return items.stream()
                    .map(prices::get)
                    .mapToLong(price -> price == null ? 0 : price.yen())
                    .sum();
        }
    }

    /// What a set leaves.
    ///
    /// @param items ids of the chosen items
    /// @param cost yen, within the budget
    /// @param large how many assets are 大 after it
    /// @param sum of the risk values of all assets after it
    /// @param proven false where the search ended before all was compared
    record Answer(Set<String> items, long cost, long large, long sum, boolean proven) {}

    private final RiskMethod method;
    private final RiskTable table;
    private final List<Assets> assets;

    BudgetSet(RiskMethod method, RiskTable table, List<Assets> assets) {
        this.method = method;
        this.table = table;
        this.assets = List.copyOf(assets);
    }

    /// Finds the set for a budget of so many yen, not negative.
    Answer best(Offer offer, long budget) {
        var search = new BudgetSearch(method, table, assets, offer, budget);
        var items = search.items();
        var after = offer.with(table, items);
        return new Answer(items, offer.yen(items), large(after), sum(after), search.proven());
    }

    /// How many assets are 大 under these answers.
    long large(int[] answers) {
        int[] likelihoods = table.likelihoods(answers);
        return assets.stream()
                .filter(one -> RiskLevel.of(method, one.importance(), likelihood(one, likelihoods)) == RiskLevel.LARGE)
                .mapToLong(Assets::count)
                .sum();
    }

    /// The sum of the risk values of all assets under these answers.
    long sum(int[] answers) {
        int[] likelihoods = table.likelihoods(answers);
        return assets.stream()
                .mapToLong(one -> (long) one.importance() * likelihood(one, likelihoods) * one.count())
                .sum();
    }

    private int likelihood(Assets one, int[] likelihoods) {
        int medium = table.medium(one.medium());
        return medium < 0 ? 1 : likelihoods[medium];
    }
}
