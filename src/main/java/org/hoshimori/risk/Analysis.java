package org.hoshimori.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.content.RiskMethod;

/// The register of a company under its threats and answers.
///
/// @param answers 1 to 4 by the position of the item; an item without an answer counts as not done
/// @param assets the worst first: by risk value, then importance, then name
public record Analysis(RiskMethod method, RiskTable table, int[] answers, List<AssetRisk> assets) {

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

    static Analysis of(RiskMethod method, RiskTable table, int[] answers, List<Asset> register) {
        var likelihoods = table.likelihoods(answers);
        var deciding = table.deciding(answers);
        var risks = new ArrayList<AssetRisk>(register.size());
        for (var asset : register) {
            var medium = table.medium(asset.medium());
            // A medium of the company's own has no threat of the guideline: the lowest likelihood.
            var likelihood = medium < 0 ? 1 : likelihoods[medium];
            var importance = asset.importance().shown(method.id());
            risks.add(new AssetRisk(
                    asset.id(),
                    asset.name(),
                    asset.department(),
                    asset.medium(),
                    importance,
                    likelihood,
                    importance * likelihood,
                    RiskLevel.of(method, importance, likelihood),
                    medium < 0 ? Optional.empty() : Optional.of(table.threats().get(deciding[medium]))));
        }
        risks.sort(Comparator.comparingInt(AssetRisk::value)
                .thenComparingInt(AssetRisk::importance)
                .reversed()
                .thenComparing(AssetRisk::name));
        return new Analysis(method, table, answers, List.copyOf(risks));
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
}
