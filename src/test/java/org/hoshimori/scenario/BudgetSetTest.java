package org.hoshimori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskTable;
import org.hoshimori.scenario.BudgetSet.Offer;
import org.hoshimori.scenario.BudgetSet.Price;
import org.junit.jupiter.api.Test;

class BudgetSetTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f");

    /// A small company of chance.
    private record Small(BudgetSet sets, RiskTable table, Offer offer) {

        static Small of(Random random) {
            var edition = random.nextBoolean() ? "3.0" : "3.1";
            var method = EDITIONS.standard(Locale.JAPANESE).riskMethods().named(edition);
            var threats = new ArrayList<RiskTable.Judged>();
            for (int threat = 0; threat < 6; threat++) {
                var items = ITEMS.stream().filter(_ -> random.nextInt(3) == 0).toList();
                threats.add(new RiskTable.Judged("t" + threat, "m" + threat % 3, 1 + random.nextInt(3), items));
            }
            var prices = new TreeMap<String, Price>();
            ITEMS.stream().filter(_ -> random.nextInt(6) > 0).forEach(item -> {
                // Awkward sums as well as round ones.
                var yen = random.nextBoolean() ? random.nextInt(10) * 10_000L : random.nextInt(100_000_000);
                prices.put(item, new Price(yen, 1 + random.nextInt(40)));
            });
            var assets = new ArrayList<Assets>();
            for (int importance = 0; importance < 3; importance++) {
                for (var medium : List.of("m0", "m1", "m2", "no-threat")) {
                    assets.add(new Assets(importance + method.lowestImportance(), medium, random.nextInt(900)));
                }
            }
            var table = new RiskTable(ITEMS, threats);
            var offer = new Offer(random.ints(ITEMS.size(), 1, 5).toArray(), prices);
            return new Small(new BudgetSet(method, table, assets), table, offer);
        }

        /// Every set that may be chosen within the budget, with what it leaves.
        List<Left> all(long budget) {
            var all = new ArrayList<Left>();
            for (int bits = 0; bits < 1 << ITEMS.size(); bits++) {
                var items = new TreeSet<String>();
                for (int item = 0; item < ITEMS.size(); item++) {
                    if ((bits >> item & 1) == 1) {
                        items.add(ITEMS.get(item));
                    }
                }
                if (items.stream().allMatch(item -> offer.open(table, ITEMS.indexOf(item)))
                        && offer.yen(items) <= budget) {
                    all.add(left(items));
                }
            }
            return all;
        }

        Left left(Set<String> items) {
            int[] after = offer.with(table, items);
            return new Left(sets.large(after), sets.sum(after), offer.yen(items), work(items));
        }

        private int work(Set<String> items) {
            return items.stream()
                    .mapToInt(item ->
                            offer.prices().getOrDefault(item, new Price(0, 0)).work())
                    .sum();
        }
    }

    private record Left(long large, long sum, long cost, int work) implements Comparable<Left> {

        @Override
        public int compareTo(Left other) {
            return Arrays.compare(figures(), other.figures());
        }

        private long[] figures() {
            return new long[] {large, sum, cost, work};
        }
    }

    @Property(tries = 200)
    void no_set_within_the_budget_leaves_less(@ForAll long seed, @ForAll @LongRange(max = 300_000_000) long budget) {
        var small = Small.of(new Random(seed));
        var found = small.sets().best(small.offer(), budget);
        assertThat(found.cost()).isLessThanOrEqualTo(budget);
        assertThat(small.left(found.items()))
                .isEqualTo(small.all(budget).stream().sorted().findFirst().orElseThrow());
        assertThat(found.large()).isEqualTo(small.left(found.items()).large());
    }

    @Property(tries = 60)
    void more_money_never_leaves_more_large_risks(@ForAll long seed) {
        var small = Small.of(new Random(seed));
        long before = Long.MAX_VALUE;
        for (long budget = 0; budget <= 200_000_000; budget += 40_000_000) {
            long large = small.sets().best(small.offer(), budget).large();
            assertThat(large).isLessThanOrEqualTo(before);
            before = large;
        }
    }

    @Test
    void nothing_to_choose_changes_nothing() {
        var small = Small.of(new Random(3));
        int[] done = {1, 1, 4, 1, 1, 4};
        var found = small.sets().best(new Offer(done, Map.of()), 1_000_000);
        assertThat(found.items()).isEmpty();
        assertThat(found.cost()).isZero();
        assertThat(found.large()).isEqualTo(small.sets().large(done));
    }

    @Test
    void the_shipped_threats_are_solved_for_three_thousand_assets() {
        var edition = EDITIONS.standard(Locale.JAPANESE);
        var items =
                edition.allCheckItems().stream().map(CompanyRules.CheckItem::id).toList();
        int[] answers = new int[items.size()];
        Arrays.fill(answers, 3);
        var assets = new ArrayList<Assets>();
        edition.media().forEach(medium -> {
            for (int importance = 0; importance < 3; importance++) {
                assets.add(new Assets(importance, medium.id(), 167));
            }
        });
        var prices = new TreeMap<String, Price>();
        edition.allCheckItems().forEach(item -> {
            var price = item.estimate().cost("21-100");
            prices.put(item.id(), new Price(price.once() + price.yearly(), 1));
        });
        var table = new RiskTable(items, RiskTable.standard(edition.media()));
        var sets = new BudgetSet(edition.riskMethods().named("3.0"), table, assets);
        var offer = new Offer(answers, prices);
        var plenty = sets.best(offer, 100_000_000);
        assertThat(plenty.large()).isZero();
        var little = sets.best(offer, 300_000);
        assertThat(little.large()).isPositive();
        assertThat(little.cost()).isLessThanOrEqualTo(300_000);
    }
}
