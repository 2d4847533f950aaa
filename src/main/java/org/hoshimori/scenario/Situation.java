package org.hoshimori.scenario;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.content.CompanyRules.CheckGroup;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.risk.CheapestSet;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.scenario.BudgetSet.Offer;
import org.hoshimori.scenario.BudgetSet.Price;
import org.jspecify.annotations.Nullable;

/// A company as it stands: by what its risks are counted, its assets counted by importance and medium, and its items.
///
/// @param assets by importance as the method shows it, and medium; no entry counts 0
/// @param company what the costs of the items rest on
record Situation(Ground ground, List<Assets> assets, List<Group> groups, ItemCosts.Costs company) {

    /// A group of check items in the order of the content.
    record Group(CheckGroup content, List<Item> items) {}

    /// One check item of this company.
    ///
    /// @param answer 1 to 4
    /// @param media ids of the media with a threat that the item works against
    /// @param decided whether a control for it has been decided and is not finished
    record Item(CheckItem content, int answer, ItemCost cost, Set<String> media, boolean decided) {

        String id() {
            return content.id();
        }

        /// Not done yet, and it applies.
        boolean open() {
            return answer == 2 || answer == 3;
        }

        /// Open, and the company can do it.
        boolean choosable() {
            return open() && cost.possible();
        }
    }

    /// Yen that the company has said it spends in a year; null while unknown.
    @Nullable
    Long budget() {
        return company.budget();
    }

    /// The size that the estimates are for; null while unknown.
    @Nullable
    String size() {
        return company.size();
    }

    List<Item> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    Item item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    int count() {
        return assets.stream().mapToInt(Assets::count).sum();
    }

    /// Those of these ids that can be chosen, in the order of the content; others are left out.
    List<Item> choosable(Collection<String> ids) {
        return items().stream()
                .filter(item -> item.choosable() && ids.contains(item.id()))
                .toList();
    }

    /// The answers once these items are done.
    int[] with(Collection<Item> done) {
        int[] after = ground.answers().clone();
        done.forEach(item -> after[ground.table().items().indexOf(item.id())] = RiskRules.DONE);
        return after;
    }

    /// The set of least cost, and of the least work among those, after which as few risks as can be are 大.
    CheapestSet.Answer cheapest() {
        long works = 1 + items().stream().mapToLong(item -> item.cost().work()).sum();
        var costs = new TreeMap<String, Long>();
        var impossible = new LinkedHashSet<String>();
        for (var item : items()) {
            costs.put(item.id(), item.cost().firstYear() * works + item.cost().work());
            if (!item.cost().possible()) {
                impossible.add(item.id());
            }
        }
        return new CheapestSet(ground.method(), ground.table(), assets).find(ground.answers(), costs, impossible);
    }

    BudgetSet budgetSet() {
        return new BudgetSet(ground.method(), ground.table(), assets);
    }

    /// What may be bought: an item that works against no threat changes no risk and is left out.
    Offer offer() {
        var prices = new TreeMap<String, Price>();
        items().stream()
                .filter(item -> item.choosable() && !item.media().isEmpty())
                .forEach(item -> prices.put(
                        item.id(),
                        new Price(item.cost().firstYear(), item.cost().work())));
        return new Offer(ground.answers(), prices);
    }

    /// The first year's cost of items.
    static long firstYear(Collection<Item> items) {
        return items.stream().mapToLong(item -> item.cost().firstYear()).sum();
    }
}
