package org.hoshimori.workbook;

import java.util.List;
import java.util.Map;

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

    /// 1 to 3: 1 when all that bears on a threat is done, 3 when nothing of it is done even partly, else 2. What does
    /// not apply drops out; when nothing is left, 2.
    int vulnerability(Threat threat) {
        var left = threat.items().stream()
                .map(item -> answers.getOrDefault(item, 3))
                .filter(answer -> answer != 4)
                .toList();
        if (left.isEmpty()) {
            return 2;
        }
        if (left.stream().allMatch(answer -> answer == 1)) {
            return 1;
        }
        return left.stream().allMatch(answer -> answer == 3) ? 3 : 2;
    }

    /// 1 to 3 (table 15): the frequency divided by how much stands in its way, rounded up.
    int likelihood(Threat threat) {
        return Math.ceilDiv(threat.frequency(), 4 - vulnerability(threat));
    }
}
