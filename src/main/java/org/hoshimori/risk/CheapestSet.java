package org.hoshimori.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.content.RiskMethod;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/// The check items of least cost after which no risk is 大, found exactly as a mixed integer programme.
///
/// A vulnerability depends on answers alone, so assets are counted by importance and medium; their number does not
/// matter to the effort.
public final class CheapestSet {

    /// Assets of one shown importance on one medium.
    public record Assets(int importance, String medium, int count) {}

    /// What a set of items costs and leaves.
    ///
    /// @param items the items to do, each with the assets that would stay 大 without it
    /// @param cost yen
    /// @param staying the assets that stay 大 whatever of the possible items is done: the fewest there can be
    /// @param optimal whether the solver proved that no cheaper set exists
    public record Answer(Map<String, List<Assets>> items, long cost, List<Assets> staying, boolean optimal) {}

    /// As many digits as a sum of costs has, so that a cheaper set is never taken for an equal one.
    private static final IntegerStrategy EXACT = IntegerStrategy.DEFAULT.withGapTolerance(NumberContext.of(13, 13));

    private final RiskMethod method;
    private final RiskTable model;
    private final List<Assets> assets;

    public CheapestSet(RiskMethod method, RiskTable model, List<Assets> assets) {
        this.method = method;
        this.model = model;
        this.assets = List.copyOf(assets);
    }

    /// Finds the set. `costs` are yen, not negative, by item; an item without one costs nothing.
    ///
    /// @param answers 1 to 4 by position of the item; only items with 2 or 3 are chosen
    /// @param impossible ids of the items that the company cannot do
    public Answer find(int[] answers, Map<String, Long> costs, Set<String> impossible) {
        int[] best = answers.clone();
        for (int item = 0; item < best.length; item++) {
            if (open(answers[item]) && !impossible.contains(model.items().get(item))) {
                best[item] = RiskRules.DONE;
            }
        }
        var staying = large(best);
        var reachable = new ArrayList<>(assets);
        reachable.removeAll(staying);
        var programme = new ExpressionsBasedModel();
        programme.options.integer(EXACT);
        var variables = new HashMap<Integer, Variable>();
        for (int item = 0; item < best.length; item++) {
            if (best[item] != answers[item]) {
                var name = model.items().get(item);
                variables.put(item, programme.newVariable(name).binary().weight(costs.getOrDefault(name, 0L)));
            }
        }
        reachable.forEach(one -> demand(one, answers, programme, variables));
        var result = programme.minimise();
        int[] after = answers.clone();
        variables.forEach((item, variable) -> {
            if (result.get(programme.indexOf(variable)).doubleValue() > 0.5) {
                after[item] = RiskRules.DONE;
            }
        });
        boolean proven = result.getState().isOptimal();
        return answer(answers, after, costs, staying, variables.isEmpty() || proven);
    }

    /// The assets that are 大 under these answers.
    public List<Assets> large(int[] answers) {
        int[] likelihoods = model.likelihoods(answers);
        return assets.stream()
                .filter(one -> model.medium(one.medium()) >= 0)
                .filter(one -> RiskLevel.of(method, one.importance(), likelihoods[model.medium(one.medium())])
                        == RiskLevel.LARGE)
                .toList();
    }

    private Answer answer(int[] answers, int[] after, Map<String, Long> costs, List<Assets> staying, boolean optimal) {
        var items = new LinkedHashMap<String, List<Assets>>();
        long cost = 0;
        for (int item = 0; item < after.length; item++) {
            if (after[item] == answers[item]) {
                continue;
            }
            int[] without = after.clone();
            without[item] = answers[item];
            var kept = new ArrayList<>(large(without));
            kept.removeAll(staying);
            if (!kept.isEmpty()) {
                items.put(model.items().get(item), kept);
                cost += costs.getOrDefault(model.items().get(item), 0L);
            } else {
                // costs nothing and does nothing
                after[item] = answers[item];
            }
        }
        return new Answer(items, cost, staying, optimal);
    }

    private void demand(Assets one, int[] answers, ExpressionsBasedModel programme, Map<Integer, Variable> variables) {
        for (int threat = 0; threat < model.threats().size(); threat++) {
            var judged = model.threats().get(threat);
            if (!judged.medium().equals(one.medium())) {
                continue;
            }
            int[] relevant = judged.items().stream()
                    .mapToInt(model.items()::indexOf)
                    .filter(item -> answers[item] != RiskRules.NOT_APPLICABLE)
                    .toArray();
            int bearable = bearable(one.importance(), judged.frequency());
            if (bearable == 1) {
                Arrays.stream(relevant).filter(item -> open(answers[item])).forEach(item -> programme
                        .newExpression("all " + judged.id() + one + item)
                        .set(variables.get(item), 1)
                        .lower(1));
            } else if (bearable == 2
                    && relevant.length > 0
                    && Arrays.stream(relevant).allMatch(item -> answers[item] == 3)) {
                var some = programme.newExpression("some " + judged.id() + one).lower(1);
                Arrays.stream(relevant)
                        .filter(variables::containsKey)
                        .forEach(item -> some.set(variables.get(item), 1));
            }
        }
    }

    /// The highest vulnerability under which the importance is not 大.
    private int bearable(int importance, int frequency) {
        for (int vulnerability = 3; vulnerability > 1; vulnerability--) {
            if (RiskLevel.of(method, importance, RiskRules.likelihood(frequency, vulnerability)) != RiskLevel.LARGE) {
                return vulnerability;
            }
        }
        return 1;
    }

    private static boolean open(int answer) {
        return answer == 2 || answer == 3;
    }
}
