package org.hoshimori.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.asset.Assets;
import org.hoshimori.risk.RiskRules;

/// How a company judges threats and what it does against them, as far as the workbook shows it.
///
/// @param answers 1 to 4 by the id of a check item (done, partly, not or unknown, does not apply); a missing one counts
/// as 3
public record Judgement(List<Threat> threats, List<Group> groups, Map<String, Integer> answers) {

    public Judgement {
        threats = List.copyOf(threats);
        groups = List.copyOf(groups);
        answers = Map.copyOf(answers);
    }

    /// One threat to one medium.
    ///
    /// @param medium id of the medium
    /// @param frequency 1 to 3
    /// @param items ids of the check items that bear on it
    public record Threat(String medium, String title, int frequency, List<String> items) {

        public Threat {
            items = List.copyOf(items);
        }
    }

    /// One group of check items; `items` are their texts by id, in order.
    public record Group(String title, Map<String, String> items) {}

    /// The media that the threats are counted by: those of the guideline, then the company's own that have a threat.
    List<String> media() {
        return Stream.concat(Assets.MEDIA.stream(), threats.stream().map(Threat::medium))
                .distinct()
                .toList();
    }

    /// 1 to 3; see [RiskRules#vulnerability].
    int vulnerability(Threat threat) {
        return RiskRules.vulnerability(threat.items(), answers);
    }

    /// 1 to 3; see [RiskRules#likelihood].
    int likelihood(Threat threat) {
        return RiskRules.likelihood(threat.frequency(), vulnerability(threat));
    }
}
