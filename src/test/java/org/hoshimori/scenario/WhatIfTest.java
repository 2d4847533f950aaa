package org.hoshimori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskTable;
import org.hoshimori.scenario.ItemCost.Said;
import org.hoshimori.scenario.Situation.Group;
import org.hoshimori.scenario.Situation.Item;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Edition EDITION = Editions.shipped().standard(Locale.JAPANESE);
    private static final List<String> ITEMS =
            EDITION.allCheckItems().stream().map(CheckItem::id).toList();

    @Property(tries = 300)
    void more_done_never_raises_a_risk(@ForAll long seed) {
        var random = new Random(seed);
        var situation = situation(random, answers(random, 4));
        var few = ITEMS.stream().filter(_ -> random.nextInt(4) == 0).collect(Collectors.toSet());
        var more = new HashSet<>(few);
        ITEMS.stream().filter(_ -> random.nextInt(3) == 0).forEach(more::add);
        var less = WhatIf.of(situation, few);
        var after = WhatIf.of(situation, more);
        assertThat(after.after(RiskLevel.LARGE)).isLessThanOrEqualTo(less.after(RiskLevel.LARGE));
        assertThat(less.after(RiskLevel.LARGE)).isLessThanOrEqualTo(less.before(RiskLevel.LARGE));
        assertThat(after.sumAfter()).isLessThanOrEqualTo(less.sumAfter());
        assertThat(after.rates()).zipSatisfy(less.rates(), (one, other) -> assertThat(one.after())
                .isGreaterThanOrEqualTo(other.after()));
        assertThat(after.firstYear()).isGreaterThanOrEqualTo(less.firstYear());
    }

    @Property(tries = 100)
    void no_asset_is_lost_or_counted_twice(@ForAll long seed) {
        var random = new Random(seed);
        var situation = situation(random, answers(random, 4));
        var outlook = WhatIf.of(situation, Set.copyOf(ITEMS));
        int before = 0;
        int after = 0;
        for (var level : RiskLevel.values()) {
            before += outlook.before(level);
            after += outlook.after(level);
        }
        assertThat(before).isEqualTo(after).isEqualTo(situation.count());
    }

    @Property(tries = 40)
    void the_cheapest_set_is_enough_and_every_item_of_it_is_needed(@ForAll long seed) {
        var random = new Random(seed);
        var situation = situation(random, answers(random, 3));
        var answer = situation.cheapest();
        var items = answer.items().keySet();
        int staying = answer.staying().stream().mapToInt(Assets::count).sum();
        assertThat(answer.optimal()).isTrue();
        assertThat(WhatIf.of(situation, items).after(RiskLevel.LARGE)).isEqualTo(staying);
        for (var item : items) {
            var without = new HashSet<>(items);
            without.remove(item);
            assertThat(WhatIf.of(situation, without).after(RiskLevel.LARGE))
                    .as(item)
                    .isGreaterThan(staying);
        }
        // What the budget variant finds for the same money is no better, and for one yen less it is worse.
        var cost = Situation.firstYear(situation.choosable(items));
        var sets = situation.budgetSet();
        assertThat(sets.best(situation.offer(), cost).large()).isEqualTo(staying);
        if (cost > 0) {
            assertThat(sets.best(situation.offer(), cost - 1).large()).isGreaterThan(staying);
        }
    }

    @Property(tries = 20)
    void the_curve_falls_from_nothing_to_where_more_money_helps_no_more(@ForAll long seed) {
        var random = new Random(seed);
        var situation = situation(random, answers(random, 3));
        var curve = CostCurve.of(situation.budgetSet(), situation.offer());
        var points = curve.points();
        assertThat(points).hasSizeLessThanOrEqualTo(12);
        assertThat(points.getFirst().cost()).isZero();
        for (int point = 1; point < points.size(); point++) {
            assertThat(points.get(point).cost())
                    .isGreaterThan(points.get(point - 1).cost());
            assertThat(points.get(point).large())
                    .isLessThanOrEqualTo(points.get(point - 1).large());
        }
        assertThat(curve.places(CostCurve.Figure.LARGE))
                .allSatisfy(place -> assertThat(place.down()).isBetween(0.0, (double) CostCurve.HEIGHT));
    }

    @Test
    void a_group_where_everything_is_ticked_is_at_a_hundred_percent() {
        var situation = situation(new Random(1), new int[ITEMS.size()]);
        var first = situation.groups().getFirst();
        var outlook = WhatIf.of(situation, first.items().stream().map(Item::id).collect(Collectors.toSet()));
        assertThat(WhatIf.Rate.percent(outlook.rates().getFirst().before())).isEqualTo("0.0 %");
        assertThat(WhatIf.Rate.percent(outlook.rates().getFirst().after())).isEqualTo("100.0 %");
    }

    @Test
    void what_cannot_be_done_is_not_taken_as_done() {
        var situation = situation(new Random(2), new int[ITEMS.size()]);
        var impossible = situation.items().stream()
                .filter(item -> !item.cost().possible())
                .map(Item::id)
                .collect(Collectors.toSet());
        assertThat(impossible).isNotEmpty();
        assertThat(WhatIf.of(situation, impossible).done()).isEmpty();
        assertThat(situation.cheapest().items().keySet()).doesNotContainAnyElementsOf(impossible);
    }

    private static int[] answers(Random random, int most) {
        return random.ints(ITEMS.size(), 1, most + 1).toArray();
    }

    /// A company with the shipped threats, up to 6,000 assets and items that it cannot do; 0 is not done.
    private static Situation situation(Random random, int[] said) {
        var method = EDITION.riskMethods().named(random.nextBoolean() ? "3.0" : "3.1");
        var answers = said.clone();
        for (int item = 0; item < answers.length; item++) {
            answers[item] = answers[item] == 0 ? 3 : answers[item];
        }
        var table = new RiskTable(ITEMS, RiskTable.standard(EDITION.media()));
        var assets = new ArrayList<Assets>();
        for (var medium : EDITION.media()) {
            for (int importance = 0; importance < 3; importance++) {
                assets.add(new Assets(importance + method.lowestImportance(), medium.id(), 1 + random.nextInt(333)));
            }
        }
        var size = List.of("under-6", "6-20", "21-100", "over-100").get(random.nextInt(4));
        var costs = new LinkedHashMap<String, ItemCost>();
        EDITION.allCheckItems().forEach(item -> {
            // Awkward sums as well as the round ones of the content.
            var once = random.nextBoolean() ? (Long) (long) random.nextInt(100_000_000) : null;
            var why = random.nextInt(12) == 0 ? "できない" : null;
            costs.put(
                    item.id(),
                    new ItemCost(item.estimate().cost(size), item.estimate().effort(), new Said(once, null, why)));
        });
        var company = new ItemCosts.Costs(size, null, costs);
        return new Situation(new Ground(method, table, answers), assets, groups(answers, company), company);
    }

    private static List<Group> groups(int[] answers, ItemCosts.Costs costs) {
        var media = new HashMap<String, Set<String>>();
        EDITION.media().forEach(medium -> medium.threats()
                .forEach(threat -> threat.checkItems().forEach(item -> media.computeIfAbsent(item, _ -> new HashSet<>())
                        .add(medium.id()))));
        return EDITION.checkItems().groups().stream()
                .map(group -> new Group(
                        group,
                        group.items().stream()
                                .map(item -> new Item(
                                        item,
                                        answers[ITEMS.indexOf(item.id())],
                                        costs.of(item.id()),
                                        media.getOrDefault(item.id(), Set.of()),
                                        false))
                                .toList()))
                .toList();
    }
}
