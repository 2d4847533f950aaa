package org.hoshimori.treatment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.organization.Company;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.hoshimori.treatment.Standings.Standing;

/// What the owner is told: where the risks stand, what is done about them, what it costs, and what was accepted.
///
/// @param decisions every decision that stands, those about the largest risks first
/// @param after the register once everything that is planned is done
/// @param words media and threats by id
record ReportPage(
        Company company, Standings standings, List<Covered> decisions, Residual after, Map<String, String> words) {

    /// So many of the largest risks are named.
    static final int TOP = 20;

    /// So many decisions are named on the page and on paper; Excel has them all.
    static final int MOST = 200;

    /// A decision with the assets of the register that it stands for.
    record Covered(DecidedTreatment decided, List<Standing> assets) {

        @Override
        public String toString() {
            return "Covered[" + decided.id() + ", " + assets.size() + "]";
        }

        /// Its first asset, the worst.
        Standing first() {
            return assets.getFirst();
        }
    }

    static ReportPage of(Company company, Standings standings, Map<String, String> words) {
        var covered = new LinkedHashMap<DecidedTreatment, List<Standing>>();
        for (var standing : standings.all()) {
            var decided = standing.decided();
            if (decided != null) {
                covered.computeIfAbsent(decided, _ -> new ArrayList<>()).add(standing);
            }
        }
        var decisions = covered.entrySet().stream()
                .map(one -> new Covered(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Covered one) -> one.decided().level())
                        .reversed()
                        .thenComparing(one -> one.first().asset().name()))
                .toList();
        return new ReportPage(company, standings, decisions, standings.planned(), words);
    }

    Analysis analysis() {
        return standings.analysis();
    }

    /// Importances from the highest, as the method shows them.
    List<Integer> importances() {
        var lowest = analysis().method().lowestImportance();
        return List.of(lowest + 2, lowest + 1, lowest);
    }

    /// Likelihoods from 1 to 3.
    List<RiskMethod.Likelihood> likelihoods() {
        return analysis().method().likelihoods().stream()
                .sorted(Comparator.comparingInt(RiskMethod.Likelihood::value))
                .toList();
    }

    RiskLevel level(int importance, int likelihood) {
        return RiskLevel.of(analysis().method(), importance, likelihood);
    }

    /// How many assets have a level once everything planned is done.
    long after(RiskLevel level) {
        return standings.all().stream()
                .filter(one -> after.level(one.asset()) == level)
                .count();
    }

    /// The largest risks, whatever was decided about them.
    List<Standing> top() {
        return standings.all().stream()
                .filter(one -> one.asset().level() != RiskLevel.SMALL)
                .sorted(Comparator.<Standing>comparingInt(one -> -one.asset().value())
                        .thenComparing(one -> -one.asset().importance())
                        .thenComparing(one -> one.asset().name()))
                .limit(TOP)
                .toList();
    }

    List<Covered> named() {
        return decisions.stream().limit(MOST).toList();
    }

    /// What was accepted and holds, or held until its day: by whom and until when.
    List<Covered> accepted() {
        return decisions.stream()
                .filter(one -> one.decided().treatment() instanceof Treatment.Retain)
                .toList();
    }

    /// What is to be paid once, in yen, for what is not done yet.
    long onceYen() {
        return decisions.stream()
                .filter(one -> !one.decided().done())
                .mapToLong(one -> one.decided().treatment().costs().once())
                .sum();
    }

    /// What runs on every year, in yen.
    long yearlyYen() {
        return decisions.stream()
                .mapToLong(one -> one.decided().treatment().costs().yearly())
                .sum();
    }

    /// Decisions whose costs nobody has written down.
    long withoutCosts() {
        return decisions.stream()
                .map(one -> one.decided().treatment())
                .filter(treatment -> !(treatment instanceof Treatment.Retain))
                .filter(treatment -> treatment.costs().equals(Treatment.Costs.UNKNOWN))
                .count();
    }

    int count(State state) {
        return standings.count(state);
    }

    String medium(String id) {
        return Objects.requireNonNullElse(words.get(id), id);
    }

    /// The deciding threat in words; empty where there is none.
    String threat(AssetRisk asset) {
        return asset.threat()
                .map(judged -> Objects.requireNonNullElse(words.get(judged.id()), judged.id()))
                .orElse("");
    }
}
