package org.hoshimori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.CheapestSet;
import org.hoshimori.risk.RiskTable;
import org.junit.jupiter.api.Test;

/// Many threats of a company's own, chosen to be hard: whoever asks for the best set gets an answer.
class HardCaseTest {

    private static final List<String> ITEMS =
            IntStream.range(0, 55).mapToObj(item -> "item-" + item).toList();

    private static RiskTable table(int size) {
        var random = new Random(7);
        var threats = new ArrayList<RiskTable.Judged>();
        for (var threat = 0; threat < 100; threat++) {
            var items = new ArrayList<>(ITEMS);
            Collections.shuffle(items, random);
            threats.add(new RiskTable.Judged("t" + threat, "m", 2, items.subList(0, size)));
        }
        return new RiskTable(ITEMS, threats);
    }

    private static int[] nothingDone() {
        return IntStream.range(0, ITEMS.size()).map(_ -> 3).toArray();
    }

    @Test
    void the_best_set_for_a_budget() {
        var method = Editions.shipped().standard(Locale.JAPANESE).riskMethods().named("3.1");
        var prices = new TreeMap<String, BudgetSet.Price>();
        ITEMS.forEach(item -> prices.put(item, new BudgetSet.Price(10_000, 8)));
        for (var size : new int[] {3, 4, 6}) {
            var assets = List.of(new CheapestSet.Assets(3, "m", 10));
            var sets = new BudgetSet(method, table(size), assets);
            var offer = new BudgetSet.Offer(nothingDone(), prices);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(sets.best(offer, 550_000).cost()).isPositive());
        }
    }

    @Test
    void the_best_set_where_money_is_short_and_media_are_many() {
        var method = Editions.shipped().standard(Locale.JAPANESE).riskMethods().named("3.1");
        var random = new Random(11);
        var prices = new TreeMap<String, BudgetSet.Price>();
        ITEMS.forEach(item -> prices.put(item, new BudgetSet.Price(10_000 + random.nextInt(90_000), 8)));
        var threats = new ArrayList<RiskTable.Judged>();
        var assets = new ArrayList<CheapestSet.Assets>();
        for (var medium = 0; medium < 28; medium++) {
            for (var threat = 0; threat < 4; threat++) {
                var items = new ArrayList<>(ITEMS);
                Collections.shuffle(items, random);
                threats.add(new RiskTable.Judged(
                        medium + "-" + threat, "m" + medium, 2 + random.nextInt(2), items.subList(0, 4)));
            }
            for (var importance = 1; importance <= 3; importance++) {
                assets.add(new CheapestSet.Assets(importance, "m" + medium, 1 + random.nextInt(50)));
            }
        }
        var sets = new BudgetSet(method, new RiskTable(ITEMS, threats), assets);
        var offer = new BudgetSet.Offer(nothingDone(), prices);
        var curve = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> CostCurve.of(sets, offer));
        assertThat(curve.points()).hasSizeGreaterThan(5);
        assertThat(curve.proven()).isFalse();
    }
}
