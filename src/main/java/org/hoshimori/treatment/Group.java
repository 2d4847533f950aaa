package org.hoshimori.treatment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.Standings.Standing;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;

/// Assets about which one decision is made, as they are today. An asset that comes later is decided about then.
///
/// @param assets never empty, the worst first
public record Group(Scope scope, List<AssetRisk> assets) {

    /// By what the assets belong together.
    ///
    /// @param name of the department, or the medium's id; empty for others
    public record Scope(Kind kind, String name) {

        static final Scope ASSETS = new Scope(Kind.ASSETS, "");
        static final Scope PLAN = new Scope(Kind.PLAN, "");
    }

    /// Chosen one by one, a department, a medium, or what a plan for the whole company makes smaller.
    public enum Kind {
        ASSETS,
        DEPARTMENT,
        MEDIUM,
        PLAN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /// What an address says: assets by their ids, a department, a medium, or the assets of an earlier decision.
    ///
    /// @param only `open` leaves out what is decided about already
    public record Asked(
            @Nullable List<String> asset,
            @Nullable String department,
            @Nullable String medium,
            @Nullable String again,
            @Nullable String only) {

        /// The assets meant. Errors: [NotFound] for what is not in this company's register.
        Group in(Standings standings) {
            var scope = scope();
            var meant = standings.all().stream().filter(member(standings)).toList();
            if (meant.isEmpty()) {
                throw new NotFound("asset");
            }
            var open = meant.stream().filter(one -> one.state().open()).toList();
            var chosen = "open".equals(only) && !open.isEmpty() ? open : meant;
            return new Group(scope, chosen.stream().map(Standing::asset).toList());
        }

        private Scope scope() {
            return filled(department)
                    ? new Scope(Kind.DEPARTMENT, text(department))
                    : filled(medium) ? new Scope(Kind.MEDIUM, text(medium)) : Scope.ASSETS;
        }

        private Predicate<Standing> member(Standings standings) {
            if (filled(department)) {
                return one -> one.asset().department().equals(department);
            }
            if (filled(medium)) {
                return one -> one.asset().medium().equals(medium);
            }
            if (filled(again)) {
                var id = new TreatmentId(id(text(again)));
                return one -> one.under(id);
            }
            var known = standings.all().stream()
                    .map(one -> one.asset().id().value())
                    .collect(Collectors.toSet());
            var wanted = Objects.requireNonNullElse(asset, List.<String>of()).stream()
                    .map(Asked::id)
                    .collect(Collectors.toSet());
            if (!known.containsAll(wanted)) {
                throw new NotFound("asset");
            }
            return one -> wanted.contains(one.asset().id().value());
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new NotFound("asset");
            }
        }

        private static boolean filled(@Nullable String text) {
            return text != null && !text.isEmpty();
        }

        static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    public Group {
        assets = List.copyOf(assets);
    }

    RiskLevel worst() {
        return assets.stream()
                .map(AssetRisk::level)
                .max(Comparator.naturalOrder())
                .orElse(RiskLevel.SMALL);
    }

    int count(RiskLevel level) {
        return (int) assets.stream().filter(asset -> asset.level() == level).count();
    }

    boolean one() {
        return assets.size() == 1;
    }

    /// The media that its assets are kept on.
    Set<String> media() {
        return assets.stream().map(AssetRisk::medium).collect(Collectors.toSet());
    }

    /// How the trail calls it: the first name, and how many.
    String label() {
        var first = assets.getFirst().name();
        return one() ? first : first + " (" + assets.size() + ")";
    }
}
