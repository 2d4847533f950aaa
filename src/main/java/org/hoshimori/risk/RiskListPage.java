package org.hoshimori.risk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.asset.AssetId;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskRound.Counts;
import org.hoshimori.risk.RiskRound.Department;
import org.jspecify.annotations.Nullable;

/// The assets with their risks, narrowed and in pages.
///
/// @param departments all there are, with their counts
/// @param found how many the filter shows
/// @param next where the next page begins; null on the last
record RiskListPage(
        Filter filter,
        RiskPage.Names names,
        List<Department> departments,
        int found,
        List<AssetRisk> rows,
        @Nullable String next) {

    /// As a department in an address: assets that nobody answers for.
    static final String NOBODY = "-";

    /// What the list is narrowed to; what does not make sense is left out.
    ///
    /// @param level null for every level
    /// @param department empty for every department, [#NOBODY] for none
    record Filter(@Nullable RiskLevel level, String department, Approach approach, String after) {

        static Filter of(Map<String, String> query) {
            return new Filter(
                    level(query.get("level")),
                    Objects.requireNonNullElse(query.get("department"), ""),
                    "baseline".equals(query.get("approach")) ? Approach.BASELINE : Approach.DETAIL,
                    Objects.requireNonNullElse(query.get("after"), ""));
        }

        private static @Nullable RiskLevel level(@Nullable String word) {
            for (var level : RiskLevel.values()) {
                if (RiskPage.word(level).equals(word)) {
                    return level;
                }
            }
            return null;
        }

        Filter from(String place) {
            return new Filter(level, department, approach, place);
        }

        Filter at(Approach other) {
            return new Filter(level, department, other, "");
        }

        boolean takes(AssetRisk asset) {
            return (level == null || asset.level() == level)
                    && (department.isEmpty() || asset.department().equals(department.equals(NOBODY) ? "" : department));
        }

        List<AssetRisk> of(Analysis analysis) {
            var all = approach == Approach.DETAIL ? analysis.assets() : analysis.baseline();
            return all.stream().filter(this::takes).toList();
        }

        String path() {
            var query = new ArrayList<String>();
            if (level != null) {
                query.add("level=" + RiskPage.word(level));
            }
            if (!department.isEmpty()) {
                query.add("department=" + encoded(department));
            }
            if (approach == Approach.BASELINE) {
                query.add("approach=baseline");
            }
            if (!after.isEmpty()) {
                query.add("after=" + encoded(after));
            }
            return "/risks/list" + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }
    }

    static RiskListPage of(Analysis analysis, Filter filter, RiskPage.Names names) {
        var found = filter.of(analysis);
        var behind = place(filter.after());
        var rest = behind.map(place -> found.stream()
                        .filter(asset -> Analysis.WORST_FIRST.compare(asset, place) > 0)
                        .toList())
                .orElse(found);
        var more = rest.size() > RiskPage.PAGE;
        var shown = more ? rest.subList(0, RiskPage.PAGE) : rest;
        return new RiskListPage(
                filter, names, departments(analysis), found.size(), shown, more ? place(shown.getLast()) : null);
    }

    /// The counts of each department, the most 大 first, then 中, then by name.
    static List<Department> departments(Analysis analysis) {
        var counts = new TreeMap<String, int[]>();
        for (var asset : analysis.assets()) {
            counts.computeIfAbsent(asset.department(), _ -> new int[3])[
                    asset.level().ordinal()]++;
        }
        var departments = new ArrayList<Department>();
        counts.forEach(
                (name, count) -> departments.add(new Department(name, new Counts(count[2], count[1], count[0]))));
        departments.sort(
                Comparator.comparingInt((Department one) -> -one.counts().large())
                        .thenComparingInt(one -> -one.counts().middle()));
        return List.copyOf(departments);
    }

    /// Where the assets of one department, or those of one level, stand.
    static String path(String department, @Nullable RiskLevel level) {
        return new Filter(level, department.isEmpty() ? NOBODY : department, Approach.DETAIL, "").path();
    }

    /// The place of the last row of a page: value, importance, id and name, so that the next page goes on there even
    /// when that row has gone.
    static String place(AssetRisk last) {
        return last.value() + "-" + last.importance() + "-" + last.id() + "-" + last.name();
    }

    private static Optional<AssetRisk> place(String text) {
        var parts = text.split("-", 8);
        if (!text.matches("(?s)[0-9]-[0-3]-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-.*")) {
            return Optional.empty();
        }
        var id = new AssetId(UUID.fromString(String.join("-", List.of(parts).subList(2, 7))));
        var importance = Integer.parseInt(parts[1]);
        var value = Integer.parseInt(parts[0]);
        return Optional.of(
                new AssetRisk(id, parts[7], "", "", importance, 1, value, RiskLevel.SMALL, Optional.empty()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
