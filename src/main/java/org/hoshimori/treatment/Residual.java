package org.hoshimori.treatment;

import java.util.Collection;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;

/// The register as it would be once some check items are 実施している, by the company's method.
///
/// @param likelihoods 1 to 3 by the position of the medium
record Residual(Analysis analysis, int[] likelihoods) {

    /// Items that are unknown change nothing.
    static Residual of(Analysis analysis, Collection<String> items) {
        var answers = analysis.answers().clone();
        var known = analysis.table().items();
        items.forEach(item -> {
            var position = known.indexOf(item);
            if (position >= 0) {
                answers[position] = RiskRules.DONE;
            }
        });
        return new Residual(analysis, analysis.table().likelihoods(answers));
    }

    int likelihood(AssetRisk asset) {
        var medium = analysis.table().medium(asset.medium());
        return medium < 0 ? asset.likelihood() : likelihoods[medium];
    }

    int value(AssetRisk asset) {
        return asset.importance() * likelihood(asset);
    }

    RiskLevel level(AssetRisk asset) {
        return RiskLevel.of(analysis.method(), asset.importance(), likelihood(asset));
    }
}
