package org.hoshimori.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hoshimori.content.Editions;
import org.hoshimori.content.RiskMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRulesTest {

    private static final List<String> ITEMS = List.of("a", "b", "c");

    @ParameterizedTest
    @CsvSource({"3,3,3", "3,2,2", "3,1,1", "2,3,2", "2,2,1", "2,1,1", "1,3,1", "1,2,1", "1,1,1"})
    void likelihoodIsTable15(int threat, int vulnerability, int likelihood) {
        assertThat(RiskRules.likelihood(threat, vulnerability)).isEqualTo(likelihood);
    }

    @Test
    void aFigureOutsideOfTheScaleIsRefused() {
        assertThatThrownBy(() -> RiskRules.likelihood(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RiskRules.likelihood(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "3.0,2,2,3,LARGE", "3.0,2,2,1,MIDDLE", "3.0,2,3,2,LARGE", "3.0,2,3,1,MIDDLE", "3.0,2,1,3,MIDDLE",
        "3.1,3,2,3,LARGE", "3.1,3,2,1,SMALL", "3.1,3,3,3,LARGE", "3.1,3,3,1,SMALL", "3.1,3,3,2,LARGE"
    })
    void theExampleRowsOfBothEditionsComeOut(
            String method, int importance, int threat, int vulnerability, RiskLevel level) {
        assertThat(RiskLevel.of(method(method), importance, RiskRules.likelihood(threat, vulnerability)))
                .isEqualTo(level);
    }

    @Test
    void all27CombinationsOf30HaveTheLevelOfTheirValue() {
        // importance 0, 1, 2; threat 1, 2, 3; vulnerability 1, 2, 3: S is 小, M is 中, L is 大
        assertThat(levels("3.0")).isEqualTo("SSSSSSSSS" + "MMMMMMMMM" + "MMMMMLMLL");
    }

    @Test
    void all27CombinationsOf31HaveTheLevelOfTheirValue() {
        assertThat(levels("3.1")).isEqualTo("SSSSSSSSS" + "SSSSSMSML" + "SSSSSLSLL");
    }

    @Test
    void ratesAreTheGoldenFigures() {
        assertThat(RiskRules.rate(List.of(1, 2, 2, 2))).isEqualTo(625);
        assertThat(RiskRules.rate(List.of(1, 3, 3))).isEqualTo(333);
        assertThat(RiskRules.rate(List.of(1, 3, 3, 3, 3, 3, 3))).isEqualTo(143);
        assertThat(RiskRules.rate(List.of(1, 1, 1, 1, 1))).isEqualTo(1000);
    }

    @Test
    void whatDoesNotApplyLeavesTheRate() {
        assertThat(RiskRules.rate(List.of(1, 3, 4, 4))).isEqualTo(500);
        assertThat(RiskRules.rate(List.of(4, 4))).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "3,3,3,3", "1,3,3,2", "2,2,2,2", "2,3,3,2", "1,4,4,1", "3,4,3,3", "4,4,4,2", "1,1,2,2"})
    void vulnerabilityFollowsTheAnswers(int a, int b, int c, int vulnerability) {
        assertThat(RiskRules.vulnerability(ITEMS, Map.of("a", a, "b", b, "c", c)))
                .isEqualTo(vulnerability);
    }

    @Test
    void anItemWithoutAnAnswerCountsAsNotDone() {
        assertThat(RiskRules.vulnerability(ITEMS, Map.of())).isEqualTo(3);
        assertThat(RiskRules.vulnerability(ITEMS, Map.of("a", 1, "b", 1))).isEqualTo(2);
    }

    @Property
    void moreDoneNeverRaisesALikelihood(
            @ForAll @Size(3) List<@IntRange(min = 1, max = 3) Integer> answers,
            @ForAll @IntRange(min = 0, max = 2) int item,
            @ForAll @IntRange(min = 1, max = 3) int threat) {
        var before = Map.of("a", answers.get(0), "b", answers.get(1), "c", answers.get(2));
        var after = new HashMap<>(before);
        after.merge(ITEMS.get(item), 1, (old, one) -> Math.max(1, old - one));
        assertThat(RiskRules.likelihood(threat, RiskRules.vulnerability(ITEMS, after)))
                .isLessThanOrEqualTo(RiskRules.likelihood(threat, RiskRules.vulnerability(ITEMS, before)));
    }

    private static String levels(String edition) {
        var method = method(edition);
        var letters = new StringBuilder();
        for (int importance = 0; importance <= 2; importance++) {
            for (int threat = 1; threat <= 3; threat++) {
                for (int vulnerability = 1; vulnerability <= 3; vulnerability++) {
                    int likelihood = RiskRules.likelihood(threat, vulnerability);
                    letters.append(RiskLevel.of(method, importance + method.lowestImportance(), likelihood)
                            .name()
                            .charAt(0));
                }
            }
        }
        return letters.toString();
    }

    private static RiskMethod method(String edition) {
        return Shipped.EDITIONS.standard(Locale.JAPANESE).riskMethods().named(edition);
    }

    private static final class Shipped {
        static final Editions EDITIONS = Editions.shipped();
    }
}
