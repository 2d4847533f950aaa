package org.hoshimori.treatment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetId;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.Held;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.jspecify.annotations.Nullable;

/// Every asset of the register with what was decided about it: what nobody has decided about stands first, the largest
/// risk above all.
record Standings(Analysis analysis, List<Standing> all, LocalDate today) {

    private static final Comparator<Standing> ORDER = Comparator.comparingInt(Standing::rank)
            .thenComparing(standing -> standing.asset().level(), Comparator.reverseOrder())
            .thenComparing(standing -> standing.asset().value(), Comparator.reverseOrder())
            .thenComparing(standing -> standing.asset().importance(), Comparator.reverseOrder())
            .thenComparing(standing -> standing.asset().name())
            .thenComparing(standing -> standing.asset().id().value());

    /// One asset.
    ///
    /// @param decided null while nothing is decided
    /// @param then the asset's level on the day of that decision
    /// @param after its level once the planned check items are done
    record Standing(AssetRisk asset, State state, @Nullable DecidedTreatment decided, RiskLevel then, RiskLevel after) {

        private int rank() {
            return switch (state) {
                case UNTREATED, EXPIRED -> 0;
                case LATE -> 1;
                case PLANNED -> 2;
                case SHARED -> 3;
                case ACCEPTED -> 4;
                case DONE -> 5;
                case CALM -> 6;
            };
        }

        /// The risk is larger than what was accepted.
        boolean grown() {
            return decided != null
                    && decided.treatment() instanceof Treatment.Retain
                    && asset.level().compareTo(then) > 0;
        }

        boolean under(TreatmentId id) {
            return decided != null && decided.id().equals(id);
        }
    }

    static Standings of(
            Analysis analysis, Map<AssetId, Held> held, Map<TreatmentId, DecidedTreatment> decisions, LocalDate today) {
        var residuals = new HashMap<TreatmentId, Residual>();
        decisions.forEach((id, decided) -> {
            if (decided.inWork() && decided.treatment() instanceof Treatment.Modify modify) {
                residuals.put(id, Residual.of(analysis, modify.items()));
            }
        });
        var all = analysis.assets().stream()
                .map(asset -> {
                    var under = held.get(asset.id());
                    var decided = under == null ? null : decisions.get(under.treatment());
                    if (under == null || decided == null) {
                        return new Standing(
                                asset, DecidedTreatment.untreated(asset.level()), null, asset.level(), asset.level());
                    }
                    var residual = residuals.get(decided.id());
                    return new Standing(
                            asset,
                            decided.state(under.then(), asset.level(), today),
                            decided,
                            under.then(),
                            residual == null ? asset.level() : residual.level(asset));
                })
                .sorted(ORDER)
                .toList();
        return new Standings(analysis, all, today);
    }

    /// Short, because a register of ten thousand rows with its decisions is no text for a log.
    @Override
    public String toString() {
        return "Standings[" + all.size() + "]";
    }

    Map<State, Integer> counts() {
        var counts = new EnumMap<State, Integer>(State.class);
        all.forEach(standing -> counts.merge(standing.state(), 1, Integer::sum));
        return counts;
    }

    int count(State state) {
        return counts().getOrDefault(state, 0);
    }

    /// Large risks that somebody still has to decide about.
    int largeOpen() {
        return (int) all.stream()
                .filter(standing -> standing.state().open() && standing.asset().level() == RiskLevel.LARGE)
                .count();
    }

    /// Departments of the register, without the empty one.
    Set<String> departments() {
        return all.stream()
                .map(standing -> standing.asset().department())
                .filter(department -> !department.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The decisions that stand for at least one asset of the register, the newest first.
    List<DecidedTreatment> decisions() {
        return all.stream()
                .map(Standing::decided)
                .filter(decided -> decided != null)
                .distinct()
                .sorted(Comparator.comparing(DecidedTreatment::decidedAt).reversed())
                .toList();
    }

    /// The assets of the register that stand under a decision.
    List<Standing> under(TreatmentId id) {
        return all.stream().filter(standing -> standing.under(id)).toList();
    }

    /// The register once everything that is planned is done.
    Residual planned() {
        return Residual.of(
                analysis,
                decisions().stream()
                        .filter(DecidedTreatment::inWork)
                        .flatMap(decided -> decided.treatment() instanceof Treatment.Modify modify
                                ? modify.items().stream()
                                : Stream.<String>empty())
                        .toList());
    }
}
