package org.hoshimori.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets.Weighed;
import org.hoshimori.content.RiskMethod;

/// The register of a company under its threats and answers.
///
/// @param answers 1 to 4 by the position of the item; an item without an answer counts as not done
/// @param assets those that are analysed in detail, the worst first: by risk value, then importance, then name
/// @param baseline those that rest on the basic measures, in the same order; no count takes them in
public record Analysis(
        RiskMethod method, RiskTable table, int[] answers, List<AssetRisk> assets, List<AssetRisk> baseline) {

    /// The lowest likelihood, for a medium that no threat is known of.
    static final int WITHOUT_THREAT = 1;

    static final Comparator<AssetRisk> WORST_FIRST = Comparator.comparingInt(AssetRisk::value)
            .thenComparingInt(AssetRisk::importance)
            .reversed()
            .thenComparing(AssetRisk::name)
            .thenComparing(asset -> asset.id().value());

    /// How an asset is looked at, by the combination of approaches of the guideline.
    public enum Approach {
        DETAIL,
        BASELINE
    }

    /// One asset and its risk.
    ///
    /// @param importance as the method shows it
    /// @param likelihood 1 to 3
    /// @param value importance × likelihood
    /// @param threat the deciding one; empty for a medium without a threat
    public record AssetRisk(
            AssetId id,
            String name,
            String department,
            String medium,
            int importance,
            int likelihood,
            int value,
            RiskLevel level,
            Optional<RiskTable.Judged> threat) {}

    /// Counts anew; nothing is read or written.
    public static Analysis of(RiskAnalysis.Ground ground, List<Weighed> register, Set<AssetId> resting) {
        var method = ground.method();
        var table = ground.table();
        var answers = ground.answers();
        var likelihoods = table.likelihoods(answers);
        var deciding = table.deciding(answers);
        var detail = new ArrayList<AssetRisk>(register.size());
        var baseline = new ArrayList<AssetRisk>();
        for (var asset : register) {
            var medium = table.medium(asset.medium());
            var likelihood = medium < 0 ? WITHOUT_THREAT : likelihoods[medium];
            var importance = asset.importance().shown(method.id());
            var risk = new AssetRisk(
                    asset.id(),
                    asset.name(),
                    asset.department(),
                    asset.medium(),
                    importance,
                    likelihood,
                    importance * likelihood,
                    RiskLevel.of(method, importance, likelihood),
                    medium < 0 ? Optional.empty() : Optional.of(table.threats().get(deciding[medium])));
            (resting.contains(asset.id()) ? baseline : detail).add(risk);
        }
        detail.sort(WORST_FIRST);
        baseline.sort(WORST_FIRST);
        return new Analysis(method, table, answers, List.copyOf(detail), List.copyOf(baseline));
    }

    /// How many assets have this level.
    public int count(RiskLevel level) {
        return (int) assets.stream().filter(asset -> asset.level() == level).count();
    }

    /// How many assets stand in one field of the map.
    public int count(int importance, int likelihood) {
        return (int) assets.stream()
                .filter(asset -> asset.importance() == importance && asset.likelihood() == likelihood)
                .count();
    }

    boolean empty() {
        return assets.isEmpty() && baseline.isEmpty();
    }
}
