package org.hoshimori.risk;

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
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.Test;

class CheapestSetTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f");

    @Property(tries = 300)
    void theSetIsSufficientAndNoCheaperOneExists(@ForAll long seed) {
        var random = new Random(seed);
        var edition = random.nextBoolean() ? "3.0" : "3.1";
        var method = EDITIONS.standard(Locale.JAPANESE).riskMethods().named(edition);
        var threats = new ArrayList<RiskTable.Judged>();
        for (int threat = 0; threat < 5; threat++) {
            var items = ITEMS.stream().filter(item -> random.nextInt(3) == 0).toList();
            threats.add(new RiskTable.Judged("t" + threat, "m" + threat % 2, 1 + random.nextInt(3), items));
        }
        var model = new RiskTable(ITEMS, threats);
        int[] answers = random.ints(ITEMS.size(), 1, 5).toArray();
        var costs = new TreeMap<String, Long>();
        ITEMS.forEach(item -> costs.put(item, (long) random.nextInt(1000) * 1000));
        var impossible = new TreeSet<>(
                ITEMS.stream().filter(item -> random.nextInt(5) == 0).toList());
        var assets = new ArrayList<CheapestSet.Assets>();
        for (int importance = 0; importance < 3; importance++) {
            assets.add(new CheapestSet.Assets(importance + method.lowestImportance(), "m0", 1 + random.nextInt(9)));
            assets.add(new CheapestSet.Assets(importance + method.lowestImportance(), "m1", 1 + random.nextInt(9)));
        }
        var cheapest = new CheapestSet(method, model, assets);

        var found = cheapest.find(answers, costs, impossible);

        assertThat(found.optimal()).isTrue();
        assertThat(found.items().keySet()).noneMatch(impossible::contains);
        assertThat(cheapest.large(with(answers, found.items().keySet()))).isEqualTo(found.staying());
        assertThat(found.cost()).isEqualTo(bruteForce(cheapest, answers, costs, impossible));
    }

    @Test
    void theShippedThreatsAreSolvedToTheProvenOptimum() {
        var edition = EDITIONS.standard(Locale.JAPANESE);
        var items =
                edition.allCheckItems().stream().map(CompanyRules.CheckItem::id).toList();
        var model = new RiskTable(items, RiskTable.standard(edition.media()));
        int[] answers = new int[items.size()];
        Arrays.fill(answers, 3);
        var assets = edition.media().stream()
                .map(medium -> new CheapestSet.Assets(2, medium.id(), 500))
                .toList();
        var costs = new TreeMap<String, Long>();
        items.forEach(item -> costs.put(item, 10_000L));

        var found = new CheapestSet(edition.riskMethods().named("3.0"), model, assets).find(answers, costs, Set.of());

        assertThat(found.optimal()).isTrue();
        assertThat(found.staying()).isEmpty();
        assertThat(found.items()).isNotEmpty().allSatisfy((item, kept) -> assertThat(kept)
                .isNotEmpty());
    }

    private static long bruteForce(
            CheapestSet cheapest, int[] answers, Map<String, Long> costs, Set<String> impossible) {
        int fewest = Integer.MAX_VALUE;
        long least = Long.MAX_VALUE;
        for (int bits = 0; bits < 1 << ITEMS.size(); bits++) {
            var chosen = new TreeSet<String>();
            for (int item = 0; item < ITEMS.size(); item++) {
                if ((bits >> item & 1) == 1 && (answers[item] == 2 || answers[item] == 3)) {
                    chosen.add(ITEMS.get(item));
                }
            }
            chosen.removeAll(impossible);
            int large = cheapest.large(with(answers, chosen)).size();
            long cost = chosen.stream().mapToLong(costs::get).sum();
            if (large < fewest || large == fewest && cost < least) {
                fewest = large;
                least = cost;
            }
        }
        return least;
    }

    private static int[] with(int[] answers, Set<String> done) {
        int[] after = answers.clone();
        done.forEach(item -> after[ITEMS.indexOf(item)] = 1);
        return after;
    }
}
