package org.hoshimori.asset;

import java.util.List;
import java.util.Map;
import org.hoshimori.asset.AssetFilter.Sort;
import org.hoshimori.asset.AssetRegister.Reach;
import org.hoshimori.asset.AssetRegister.Step;
import org.hoshimori.content.Appendix.AssetSet;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The list of the register.
///
/// @param levels how many rows of each importance the filter shows, the highest last
/// @param next where the next page begins; null on the last
record AssetsPage(
        AssetFilter filter,
        List<Asset> rows,
        Assets.Measured measured,
        List<Integer> levels,
        Around around,
        Person person,
        @Nullable String next) {

    /// What there is to choose from.
    record Around(
            String method, Map<String, String> media, List<Assets.Share> departments, List<Assets.Share> ownMedia) {}

    /// What the person has kept and may do.
    ///
    /// @param keeps whether anything may be changed
    record Person(boolean keeps, Reach reach, Map<String, String> views, List<Step> undoable, List<String> kept) {}

    /// A change of many rows, looked at before it is done.
    ///
    /// @param filter what it shows is changed when no rows are ticked
    /// @param pairs the first rows before and after
    record Bulk(
            AssetForm.Bulk form,
            AssetFilter filter,
            List<Pair> pairs,
            Counted counted,
            Around around,
            Problems problems) {

        int count() {
            return counted.changed();
        }
    }

    /// @param left rows that stay as they are, because others answer for them
    record Counted(int changed, int left) {}

    record Pair(Asset before, Asset after) {}

    /// Typical assets to tick.
    ///
    /// @param fitting ids of the sets that fit the company's industry
    record Starting(List<AssetSet> sets, List<String> fitting, Map<String, String> media, Problems problems) {}

    int count() {
        return levels.stream().mapToInt(Integer::intValue).sum();
    }

    boolean grouped() {
        return filter.sort() == Sort.DEPARTMENT;
    }

    /// Whether a row begins a department.
    boolean begins(int row) {
        return grouped()
                && (row == 0
                        || !rows.get(row).department().equals(rows.get(row - 1).department()));
    }

    int countOf(String department) {
        return around.departments().stream()
                .filter(share -> share.value().equals(department))
                .mapToInt(Assets.Share::count)
                .findFirst()
                .orElse(0);
    }

    String mediumName(String medium) {
        return around.media().getOrDefault(medium, medium);
    }

    /// The company's own words for media.
    List<String> ownMedia() {
        return around.ownMedia().stream()
                .map(Assets.Share::value)
                .filter(medium -> !around.media().containsKey(medium))
                .toList();
    }

    int shown(int figure) {
        return figure + MethodChoice.offset(around.method());
    }

    static String path(AssetFilter filter) {
        var query = filter.query();
        return query.isEmpty() ? "/assets" : "/assets?" + query;
    }

    Assets.@Nullable Risk risk(Asset asset) {
        return measured.of(asset).orElse(null);
    }

    String level(Asset asset) {
        return level(asset.importance().ordinal());
    }

    static String level(int importance) {
        return List.of("low", "mid", "high").get(importance);
    }

    boolean mayChange(Asset asset) {
        return person.keeps() && person.reach().covers(asset.department());
    }
}
