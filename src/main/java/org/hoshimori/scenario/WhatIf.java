package org.hoshimori.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.CompanyRules.CheckGroup;
import org.hoshimori.risk.CheapestSet.Assets;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.scenario.Situation.Group;
import org.hoshimori.scenario.Situation.Item;

/// What it would look like if some items were done: levels, map, rates and costs, now and then. Counted from the
/// number of assets per importance and medium, so that the size of the register does not matter.
///
/// @param done the items taken as done, of those that can be chosen
record WhatIf(Situation situation, List<Item> done, int[][] before, int[][] after) {

    /// One line of the rates.
    ///
    /// @param before in tenths of a percent; -1 when nothing applies
    record Rate(CheckGroup group, int before, int after) {

        static String percent(int rate) {
            return rate < 0 ? "–" : rate / 10 + "." + rate % 10 + " %";
        }
    }

    static WhatIf of(Situation situation, Set<String> ticked) {
        var done = situation.choosable(ticked);
        return new WhatIf(
                situation, done, map(situation, situation.ground().answers()), map(situation, situation.with(done)));
    }

    /// How many assets stand in each field: by importance from the lowest, then by likelihood from 1.
    private static int[][] map(Situation situation, int[] answers) {
        var table = situation.ground().table();
        int[] likelihoods = table.likelihoods(answers);
        int[][] map = new int[3][3];
        for (Assets one : situation.assets()) {
            int medium = table.medium(one.medium());
            // A medium of the company's own has no threat of the guideline: the lowest likelihood.
            int likelihood = medium < 0 ? 1 : likelihoods[medium];
            map[one.importance() - lowest(situation)][likelihood - 1] += one.count();
        }
        return map;
    }

    private static int lowest(Situation situation) {
        return situation.ground().method().lowestImportance();
    }

    /// Importances from the highest, as the method shows them.
    List<Integer> importances() {
        int lowest = lowest(situation);
        return List.of(lowest + 2, lowest + 1, lowest);
    }

    /// The level of one field of the map.
    RiskLevel level(int importance, int likelihood) {
        return RiskLevel.of(situation.ground().method(), importance, likelihood);
    }

    int before(int importance, int likelihood) {
        return before[importance - lowest(situation)][likelihood - 1];
    }

    int after(int importance, int likelihood) {
        return after[importance - lowest(situation)][likelihood - 1];
    }

    int before(RiskLevel level) {
        return count(level, before);
    }

    int after(RiskLevel level) {
        return count(level, after);
    }

    private int count(RiskLevel level, int[][] map) {
        int lowest = lowest(situation);
        int count = 0;
        for (int importance = 0; importance < 3; importance++) {
            for (int likelihood = 1; likelihood <= 3; likelihood++) {
                if (level(importance + lowest, likelihood) == level) {
                    count += map[importance][likelihood - 1];
                }
            }
        }
        return count;
    }

    /// The sum of the risk values of all assets.
    long sumBefore() {
        return sum(before);
    }

    long sumAfter() {
        return sum(after);
    }

    private long sum(int[][] map) {
        int lowest = lowest(situation);
        long sum = 0;
        for (int importance = 0; importance < 3; importance++) {
            for (int likelihood = 1; likelihood <= 3; likelihood++) {
                sum += (long) (importance + lowest) * likelihood * map[importance][likelihood - 1];
            }
        }
        return sum;
    }

    /// 実施率 of every group.
    List<Rate> rates() {
        var ids = done.stream().map(Item::id).collect(Collectors.toSet());
        return situation.groups().stream()
                .map(group -> new Rate(group.content(), rate(group, Set.of()), rate(group, ids)))
                .toList();
    }

    private static int rate(Group group, Set<String> done) {
        return RiskRules.rate(group.items().stream()
                .map(item -> done.contains(item.id()) ? RiskRules.DONE : item.answer())
                .toList());
    }

    long once() {
        return done.stream().mapToLong(item -> item.cost().once()).sum();
    }

    long yearly() {
        return done.stream().mapToLong(item -> item.cost().yearly()).sum();
    }

    long firstYear() {
        return once() + yearly();
    }

    /// Whether nothing on the map is different.
    boolean same() {
        return Arrays.deepEquals(before, after);
    }
}
