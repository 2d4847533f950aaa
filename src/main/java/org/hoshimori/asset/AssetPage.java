package org.hoshimori.asset;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.content.Appendix.Retention;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// One row of the register, to read and to change.
///
/// @param asset as it is stored; null for a new row
/// @param kin the same asset on other media
record AssetPage(
        @Nullable Asset asset,
        AssetForm form,
        Problems problems,
        Around around,
        List<Asset> kin,
        List<TrailEntry> history) {

    /// What the form needs besides the row.
    ///
    /// @param mayChange whether this person may change this row
    record Around(
            String method,
            Map<String, String> media,
            List<String> departments,
            List<String> businessClasses,
            List<Retention> retention,
            boolean mayChange) {}

    /// A criterion: the figure that is stored and the figure that the method shows.
    record Figure(int stored, int shown) {}

    List<Figure> figures() {
        return Stream.of(2, 1, 0)
                .map(stored -> new Figure(stored, stored + MethodChoice.offset(around.method())))
                .toList();
    }

    String mediumName(String medium) {
        return around.media().getOrDefault(medium, medium);
    }

    boolean ownMedium() {
        var medium = AssetForm.shown(form.medium());
        return !medium.isEmpty() && !around.media().containsKey(medium);
    }

    /// Media on which the same asset is not kept yet.
    List<String> otherMedia() {
        return around.media().keySet().stream()
                .filter(medium -> asset != null && !medium.equals(asset.medium()))
                .filter(medium -> kin.stream().noneMatch(other -> other.medium().equals(medium)))
                .toList();
    }

    /// Whether the row was changed by somebody else while this form was open; the history says what.
    boolean changedMeanwhile() {
        return problems.list().stream().anyMatch(problem -> problem.key().equals("asset.problem.changed-meanwhile"));
    }

    int shownImportance() {
        return asset == null ? 0 : asset.importance().shown(around.method());
    }

    int top() {
        return Importance.HIGH.shown(around.method());
    }

    /// Which sentence explains the importance.
    String why() {
        if (asset == null) {
            return "asset.why.new";
        }
        if (!asset.personal().none()) {
            return "asset.why.personal";
        }
        return asset.override().none() ? "asset.why.highest" : "asset.why.override";
    }

    int shown(int figure) {
        return figure + MethodChoice.offset(around.method());
    }
}
