package org.hoshimori.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.jspecify.annotations.Nullable;

/// The map of risks with a part of the list.
///
/// @param from place of the first asset shown, from 0
/// @param answered how many of the check items have an answer
record RiskPage(Analysis analysis, Chosen chosen, Names names, int from, int answered) {

    static final int PAGE = 50;

    /// What the list is narrowed to; null for all.
    record Chosen(
            @Nullable RiskLevel level,
            @Nullable Integer importance,
            @Nullable Integer likelihood) {

        boolean everything() {
            return level == null && importance == null && likelihood == null;
        }
    }

    /// Media and threats in words, by id.
    record Names(Map<String, String> media, Map<String, String> threats) {

        String medium(String id) {
            return Objects.requireNonNullElse(media.get(id), id);
        }

        String threat(AssetRisk asset) {
            return asset.threat()
                    .map(judged -> Objects.requireNonNullElse(threats.get(judged.id()), judged.id()))
                    .orElse("");
        }
    }

    /// The assets of a level in the register.
    static String register(RiskLevel level) {
        return "/assets?level=" + word(level);
    }

    List<RiskRound.Department> departments() {
        return RiskListPage.departments(analysis);
    }

    private List<AssetRisk> matching() {
        return analysis.assets().stream()
                .filter(asset -> chosen.level() == null || asset.level() == chosen.level())
                .filter(asset -> chosen.importance() == null || asset.importance() == chosen.importance())
                .filter(asset -> chosen.likelihood() == null || asset.likelihood() == chosen.likelihood())
                .toList();
    }

    int found() {
        return matching().size();
    }

    List<AssetRisk> shown() {
        return matching().stream().skip(from).limit(PAGE).toList();
    }

    boolean more() {
        return from + PAGE < found();
    }

    /// Importances from the highest, as the method shows them.
    List<Integer> importances() {
        var lowest = analysis.method().lowestImportance();
        return List.of(lowest + 2, lowest + 1, lowest);
    }

    /// Likelihoods from 1 to 3, as the columns of the map stand.
    List<RiskMethod.Likelihood> likelihoods() {
        return analysis.method().likelihoods().stream()
                .sorted(Comparator.comparingInt(RiskMethod.Likelihood::value))
                .toList();
    }

    String level(int importance, int likelihood) {
        return word(RiskLevel.of(analysis.method(), importance, likelihood));
    }

    /// The look of a level: high, mid or low.
    static String word(RiskLevel level) {
        return switch (level) {
            case LARGE -> "high";
            case MIDDLE -> "mid";
            case SMALL -> "low";
        };
    }

    RiskMethod.Level said(RiskLevel level) {
        return said(analysis.method(), level);
    }

    static RiskMethod.Level said(RiskMethod method, RiskLevel level) {
        return method.levels().named(level.name().toLowerCase(Locale.ROOT));
    }

    String query(int next) {
        var level = chosen.level() == null ? "" : "&level=" + word(chosen.level());
        var importance = chosen.importance() == null ? "" : "&importance=" + chosen.importance();
        var likelihood = chosen.likelihood() == null ? "" : "&likelihood=" + chosen.likelihood();
        return "/risks?from=" + next + level + importance + likelihood;
    }
}
