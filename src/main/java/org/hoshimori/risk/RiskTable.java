package org.hoshimori.risk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.content.RiskMethod;

/// The threats of a company in compact arrays, so that a register is counted anew for every change of an answer.
///
/// Items and media have positions in the order given; answers are 1 to 4 by the position of the item.
public final class RiskTable {

    /// One threat as a company judges it.
    ///
    /// @param medium id of the medium
    /// @param frequency 1 to 3
    /// @param items ids of the relevant check items
    public record Judged(String id, String medium, int frequency, List<String> items) {

        public Judged {
            items = List.copyOf(items);
        }
    }

    private final List<String> items;
    private final List<Judged> threats;
    private final Map<String, Integer> media = new HashMap<>();
    private final int[] mediumOf;
    private final int[][] relevant;

    /// Errors: `IllegalArgumentException` for a threat with an item that is not among the items.
    public RiskTable(List<String> items, List<Judged> threats) {
        this.items = List.copyOf(items);
        this.threats = List.copyOf(threats);
        this.mediumOf = new int[threats.size()];
        this.relevant = new int[threats.size()][];
        for (int threat = 0; threat < threats.size(); threat++) {
            var judged = threats.get(threat);
            mediumOf[threat] = media.computeIfAbsent(judged.medium(), medium -> media.size());
            relevant[threat] = judged.items().stream().mapToInt(this::position).toArray();
        }
    }

    /// The threats with the frequencies and items of the content.
    public static List<Judged> standard(List<RiskMethod.Medium> media) {
        return media.stream()
                .flatMap(medium -> medium.threats().stream()
                        .map(threat -> new Judged(threat.id(), medium.id(), threat.frequency(), threat.checkItems())))
                .toList();
    }

    /// The deciding threat of each medium, by the medium's position: the highest likelihood, then the highest
    /// frequency, then the first of the list.
    public int[] deciding(int[] answers) {
        int[] best = new int[media.size()];
        int[] rank = new int[media.size()];
        Arrays.fill(best, -1);
        for (int threat = 0; threat < relevant.length; threat++) {
            int own = 4 * likelihood(threat, answers) + threats.get(threat).frequency();
            int medium = mediumOf[threat];
            if (own > rank[medium]) {
                rank[medium] = own;
                best[medium] = threat;
            }
        }
        return best;
    }

    /// The likelihood of each medium, 1 to 3, by the medium's position.
    public int[] likelihoods(int[] answers) {
        return Arrays.stream(deciding(answers))
                .map(threat -> likelihood(threat, answers))
                .toArray();
    }

    /// The likelihood of one threat, 1 to 3.
    public int likelihood(int threat, int[] answers) {
        return RiskRules.likelihood(threats.get(threat).frequency(), vulnerability(relevant[threat], answers));
    }

    /// The position of a medium, or -1 for one without a threat: its assets have no risk from a known threat.
    public int medium(String id) {
        return media.getOrDefault(id, -1);
    }

    public List<String> items() {
        return items;
    }

    public List<Judged> threats() {
        return threats;
    }

    private static int vulnerability(int[] relevant, int[] answers) {
        int seen = 0;
        for (int item : relevant) {
            seen |= 1 << answers[item];
        }
        seen &= 0b1110;
        return switch (seen) {
            case 0b0010 -> 1;
            case 0b1000 -> 3;
            default -> 2;
        };
    }

    private int position(String item) {
        int position = items.indexOf(item);
        if (position < 0) {
            throw new IllegalArgumentException("no check item '" + item + "'");
        }
        return position;
    }
}
