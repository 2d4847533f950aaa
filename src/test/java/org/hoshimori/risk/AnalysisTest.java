package org.hoshimori.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Importance;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final Editions EDITIONS = Editions.shipped();

    /// By the shipped rule, and with threats and media of a company's own, by either method.
    @Property(tries = 200)
    void moreDoneNeverRaisesARisk(@ForAll long seed) {
        var random = new Random(seed);
        var items = items();
        var table = new RiskTable(items, threats(random, items));
        var method = EDITIONS.standard(Locale.JAPANESE).riskMethods().named(random.nextBoolean() ? "3.0" : "3.1");
        var register = register(random, 40);
        var answers = random.ints(items.size(), 1, 5).toArray();
        var before = values(Analysis.of(new Ground(method, table, answers.clone()), register, Set.of()));
        for (var change = 0; change < 5; change++) {
            var item = random.nextInt(items.size());
            if (answers[item] == 2 || answers[item] == 3) {
                answers[item]--;
            }
        }
        assertThat(values(Analysis.of(new Ground(method, table, answers), register, Set.of())))
                .allSatisfy((asset, value) -> assertThat(value).isLessThanOrEqualTo(before.get(asset)));
    }

    @Property(tries = 100)
    void aMediumHasTheHighestLikelihoodOfItsThreats(@ForAll long seed) {
        var random = new Random(seed);
        var items = items();
        var threats = threats(random, items);
        var answers = random.ints(items.size(), 1, 5).toArray();
        var said = new HashMap<String, Integer>();
        for (var item = 0; item < answers.length; item++) {
            said.put(items.get(item), answers[item]);
        }
        var method = EDITIONS.standard(Locale.JAPANESE).riskMethods().named("3.0");
        var found =
                Analysis.of(new Ground(method, new RiskTable(items, threats), answers), register(random, 40), Set.of());
        assertThat(found.assets()).allSatisfy(asset -> {
            var highest = threats.stream()
                    .filter(threat -> threat.medium().equals(asset.medium()))
                    .mapToInt(threat ->
                            RiskRules.likelihood(threat.frequency(), RiskRules.vulnerability(threat.items(), said)))
                    .max();
            assertThat(asset.likelihood()).isEqualTo(highest.orElse(1));
            assertThat(asset.threat().isPresent()).isEqualTo(highest.isPresent());
        });
    }

    @Test
    void whatRestsOnTheBasicMeasuresIsCountedNowhere() {
        var items = items();
        var register = register(new Random(1), 10);
        var resting = Set.of(register.get(0).id(), register.get(1).id());
        var ground = new Ground(
                EDITIONS.standard(Locale.JAPANESE).riskMethods().named("3.0"),
                new RiskTable(items, threats(new Random(1), items)),
                new int[items.size()]);
        var found = Analysis.of(ground, register, resting);
        assertThat(found.baseline()).extracting(AssetRisk::id).containsExactlyInAnyOrderElementsOf(resting);
        assertThat(found.assets()).hasSize(8);
        assertThat(found.count(RiskLevel.LARGE) + found.count(RiskLevel.MIDDLE) + found.count(RiskLevel.SMALL))
                .isEqualTo(8);
    }

    private static Map<AssetId, Integer> values(Analysis analysis) {
        var values = new HashMap<AssetId, Integer>();
        analysis.assets().forEach(asset -> values.put(asset.id(), asset.value()));
        return values;
    }

    private static List<String> items() {
        return EDITIONS.standard(Locale.JAPANESE).allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .toList();
    }

    private static List<RiskTable.Judged> threats(Random random, List<String> items) {
        var threats = new ArrayList<RiskTable.Judged>();
        for (var threat : RiskTable.standard(EDITIONS.standard(Locale.JAPANESE).media())) {
            if (random.nextInt(6) > 0) {
                threats.add(threat);
            }
        }
        for (var own = 0; own < 4; own++) {
            var against = items.stream().filter(_ -> random.nextInt(15) == 0).toList();
            threats.add(new RiskTable.Judged(
                    "own-" + own, own % 2 == 0 ? "NAS" : "office-pc", 1 + random.nextInt(3), against));
        }
        return threats;
    }

    private static List<Assets.Weighed> register(Random random, int count) {
        var media = new ArrayList<>(Assets.MEDIA);
        media.add("NAS");
        media.add("倉庫");
        var register = new ArrayList<Assets.Weighed>();
        for (var number = 0; number < count; number++) {
            var medium = media.get(random.nextInt(media.size()));
            var importance = Importance.of(random.nextInt(3));
            register.add(new Assets.Weighed(AssetId.next(), "資産" + number, "", medium, importance));
        }
        return register;
    }
}
