package org.hoshimori.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hoshimori.scenario.ItemCost.Said;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;

/// What the page of costs sends: for every item `once.<id>`, `yearly.<id>` and `why.<id>`, as it was typed.
record CostsForm(Map<String, String> typed) {

    private static final int LONGEST = 300;

    /// What stands, as if it had been typed.
    static CostsForm of(Situation situation) {
        var typed = new TreeMap<String, String>();
        situation.items().forEach(item -> {
            typed.put("once." + item.id(), String.valueOf(item.cost().once()));
            typed.put("yearly." + item.id(), String.valueOf(item.cost().yearly()));
            typed.put(
                    "why." + item.id(),
                    Objects.requireNonNullElse(item.cost().said().impossible(), ""));
        });
        return new CostsForm(typed);
    }

    String said(String field, String item) {
        return typed.getOrDefault(field + "." + item, "");
    }

    Problems check(Situation situation) {
        var problems = new ArrayList<Problem>();
        for (var item : situation.items()) {
            for (var field : List.of("once", "yearly")) {
                var sum = said(field, item.id());
                if (!Yen.blank(sum) && Yen.of(sum).isEmpty()) {
                    problems.add(problem(field, item, "scenario.problem.sum"));
                }
            }
            var why = said("why", item.id());
            if (why.strip().length() > LONGEST) {
                problems.add(problem("why", item, "scenario.problem.long"));
            } else if (why.chars().anyMatch(Character::isISOControl)) {
                problems.add(problem("why", item, "scenario.problem.control"));
            }
        }
        return new Problems(problems);
    }

    private static Problem problem(String field, Situation.Item item, String key) {
        return new Problem(
                field + "." + item.id(),
                key,
                List.of(item.content().number(), item.content().subject()));
    }

    /// Good after a check; an empty sum is that of the content.
    Map<String, Said> costs(Situation situation) {
        var said = new TreeMap<String, Said>();
        situation.items().forEach(item -> {
            var once = Yen.of(said("once", item.id()));
            var yearly = Yen.of(said("yearly", item.id()));
            var why = said("why", item.id()).strip();
            said.put(
                    item.id(),
                    new Said(
                            once.isEmpty() ? null : once.getAsLong(),
                            yearly.isEmpty() ? null : yearly.getAsLong(),
                            why.isEmpty() ? null : why));
        });
        return said;
    }
}
