package org.hoshimori.scenario;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.risk.RiskTable;
import org.hoshimori.scenario.BudgetSet.Offer;
import org.hoshimori.scenario.BudgetSet.Price;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/// The equations behind [BudgetSet]: one unknown of 0 or 1 per item; per medium two, whether its likelihood is at
/// least 2 and at least 3; per threat two, whether its vulnerability is 1 and at most 2. The number of assets does
/// not matter to the effort. A goal that is settled bounds the next ones.
final class BudgetProgramme {

    /// What is made as small as possible, in this order.
    enum Goal {
        LARGE,
        SUM,
        COST
    }

    /// As many digits as a sum of yen has, so that a better set is never taken for an equal one.
    private static final IntegerStrategy EXACT = IntegerStrategy.DEFAULT.withGapTolerance(NumberContext.of(13, 13));

    private final RiskMethod method;
    private final RiskTable table;
    private final List<Assets> assets;
    private final Offer offer;
    private final long unit;
    private final long budget;
    private final Map<Goal, Long> settled = new EnumMap<>(Goal.class);
    private Set<String> chosen = Set.of();
    private boolean proven = true;

    BudgetProgramme(RiskMethod method, RiskTable table, List<Assets> assets, Offer offer, long budget) {
        this.method = method;
        this.table = table;
        this.assets = assets;
        this.offer = offer;
        // In multiples of what all prices share, so that the figures stay small.
        this.unit = Math.max(
                1,
                offer.prices().values().stream()
                        .map(price -> BigInteger.valueOf(price.yen()))
                        .reduce(BigInteger.ZERO, BigInteger::gcd)
                        .longValueExact());
        this.budget = budget / unit;
    }

    /// Makes a goal as small as the ones before allow; `value` counts what a set of items leaves of it.
    void settle(Goal goal, ToLongFunction<Set<String>> value) {
        var model = new ExpressionsBasedModel();
        model.options.integer(EXACT);
        var items = items(model);
        if (items.isEmpty()) {
            return;
        }
        var media = media(model, items);
        goal(Goal.LARGE, goal, model, large -> large(large, media));
        goal(Goal.SUM, goal, model, sum -> sum(sum, media));
        goal(Goal.COST, goal, model, cost -> cost(cost, items));
        var limit = model.newExpression("budget").upper(budget);
        items.forEach((item, variable) -> limit.set(variable, price(item).yen() / unit));
        var result = model.minimise();
        proven &= result.getState().isOptimal();
        var found = new TreeSet<String>();
        items.forEach((item, variable) -> {
            if (result.get(model.indexOf(variable)).doubleValue() > 0.5) {
                found.add(table.items().get(item));
            }
        });
        chosen = found;
        settled.put(goal, value.applyAsLong(found));
    }

    /// The ids of the items chosen by the last goal.
    Set<String> chosen() {
        return chosen;
    }

    /// Whether every goal was proven to be as small as it can be.
    boolean proven() {
        return proven;
    }

    private void goal(Goal one, Goal now, ExpressionsBasedModel model, Consumer<Expression> terms) {
        var before = settled.get(one);
        if (one == now) {
            terms.accept(model.newExpression(one.name()).weight(1));
        } else if (before != null) {
            terms.accept(model.newExpression(one.name()).upper(before - constant(one)));
        }
    }

    private Map<Integer, Variable> items(ExpressionsBasedModel model) {
        var items = new TreeMap<Integer, Variable>();
        for (int item = 0; item < table.items().size(); item++) {
            if (offer.open(table, item)) {
                items.put(item, model.newVariable(table.items().get(item)).binary());
            }
        }
        return items;
    }

    /// The two unknowns of each medium: likelihood at least 2, at least 3.
    private Map<String, Variable[]> media(ExpressionsBasedModel model, Map<Integer, Variable> items) {
        var media = new HashMap<String, Variable[]>();
        for (int place = 0; place < table.threats().size(); place++) {
            var threat = table.threats().get(place);
            var medium = media.computeIfAbsent(threat.medium(), name -> medium(model, name));
            var relevant = threat.items().stream()
                    .map(table.items()::indexOf)
                    .filter(item -> offer.answers()[item] != RiskRules.NOT_APPLICABLE)
                    .distinct()
                    .toList();
            var whole = whole(model, place, relevant, items);
            var some = some(model, place, relevant, items);
            for (int least = 2; least <= 3; least++) {
                var bound = model.newExpression("at least " + least + " " + place);
                bound.set(medium[least - 2], 1);
                if (RiskRules.likelihood(threat.frequency(), 1) >= least) {
                    bound.lower(1);
                } else if (RiskRules.likelihood(threat.frequency(), 2) >= least) {
                    bound.set(whole, 1).lower(1);
                } else if (RiskRules.likelihood(threat.frequency(), 3) >= least) {
                    bound.set(some, 1).lower(1);
                }
            }
        }
        return media;
    }

    private static Variable[] medium(ExpressionsBasedModel model, String name) {
        var two = model.newVariable("2 " + name).binary();
        var three = model.newVariable("3 " + name).binary();
        model.newExpression("order " + name).set(two, 1).set(three, -1).lower(0);
        return new Variable[] {two, three};
    }

    /// 1 only when all relevant items are done: vulnerability 1.
    private Variable whole(
            ExpressionsBasedModel model, int threat, List<Integer> relevant, Map<Integer, Variable> items) {
        var whole = model.newVariable("whole " + threat).binary();
        if (relevant.isEmpty()) {
            whole.upper(0);
        }
        for (int item : relevant) {
            var variable = items.get(item);
            if (variable != null) {
                model.newExpression("whole " + threat + " " + item)
                        .set(variable, 1)
                        .set(whole, -1)
                        .lower(0);
            } else if (offer.answers()[item] != RiskRules.DONE) {
                whole.upper(0);
            }
        }
        return whole;
    }

    /// 1 only when something relevant is done or partly done, or nothing is relevant: vulnerability 2 or less.
    private Variable some(
            ExpressionsBasedModel model, int threat, List<Integer> relevant, Map<Integer, Variable> items) {
        var some = model.newVariable("some " + threat).binary();
        boolean already = relevant.isEmpty() || relevant.stream().anyMatch(item -> offer.answers()[item] < 3);
        if (!already) {
            var any = model.newExpression("some " + threat).set(some, -1).lower(0);
            relevant.stream().map(items::get).forEach(variable -> {
                if (variable != null) {
                    any.set(variable, 1);
                }
            });
        }
        return some;
    }

    private void large(Expression large, Map<String, Variable[]> media) {
        media.forEach((name, unknowns) -> {
            for (int least = 2; least <= 3; least++) {
                long more = count(name, least) - count(name, least - 1);
                large.set(unknowns[least - 2], more);
            }
        });
    }

    private void sum(Expression sum, Map<String, Variable[]> media) {
        media.forEach((name, unknowns) -> {
            long importance = assets.stream()
                    .filter(one -> one.medium().equals(name))
                    .mapToLong(one -> (long) one.importance() * one.count())
                    .sum();
            Arrays.stream(unknowns).forEach(unknown -> sum.set(unknown, importance));
        });
    }

    private void cost(Expression cost, Map<Integer, Variable> items) {
        long works = 1 + offer.prices().values().stream().mapToLong(Price::work).sum();
        items.forEach((item, variable) -> cost.set(
                variable, price(item).yen() / unit * works + price(item).work()));
    }

    /// What no item changes: assets that are 大, or risk values, when every likelihood is 1.
    private long constant(Goal goal) {
        return switch (goal) {
            case LARGE ->
                assets.stream()
                        .map(Assets::medium)
                        .distinct()
                        .mapToLong(medium -> count(medium, 1))
                        .sum();
            case SUM ->
                assets.stream()
                        .mapToLong(one -> (long) one.importance() * one.count())
                        .sum();
            case COST -> 0;
        };
    }

    /// How many assets of a medium are 大 at a likelihood.
    private long count(String medium, int likelihood) {
        return assets.stream()
                .filter(one -> one.medium().equals(medium))
                .filter(one -> RiskLevel.of(method, one.importance(), likelihood) == RiskLevel.LARGE)
                .mapToLong(Assets::count)
                .sum();
    }

    private Price price(int item) {
        var price = offer.prices().get(table.items().get(item));
        return price == null ? new Price(0, 1) : price;
    }
}
