package org.hoshimori.asset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What the form of one row sends. The id of a new row comes with its form, so that a double click adds one.
record AssetForm(
        @Nullable String id,
        @Nullable String version,

        @NotBlank(message = "web.problem.required")
        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String name,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String businessClass,

        @Size(max = 2000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String note,

        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String users,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String department,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String medium,

        @Nullable List<String> personal,
        @Nullable List<String> override,
        @Nullable List<String> figures,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String retention) {

    private static final int LONGEST = 100;

    /// What the form sends: which rows, and what is to become of them. Empty fields stay as they are.
    ///
    /// @param ids ticked rows; none when `all` rows that a filter shows are meant
    record Bulk(
            @Nullable List<String> ids,
            @Nullable String all,
            @Nullable String toDepartment,
            @Nullable String toMedium,
            @Nullable String toUsers,
            @Nullable String toClass,
            @Nullable String toRetention) {

        boolean wholeList() {
            return "1".equals(all);
        }

        List<String> ticked() {
            return Objects.requireNonNullElse(ids, List.of());
        }

        boolean changesNothing() {
            return Stream.of(toDepartment, toMedium, toUsers, toClass, toRetention)
                    .allMatch(text -> shown(text).isEmpty());
        }

        boolean odd() {
            return Stream.of(toDepartment, toMedium, toUsers, toClass, toRetention)
                    .map(AssetForm::shown)
                    .anyMatch(
                            text -> text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl));
        }

        Asset change(Asset row) {
            return new Asset(
                    row.id(),
                    row.version(),
                    or(toClass, row.businessClass()),
                    row.name(),
                    row.note(),
                    or(toUsers, row.users()),
                    or(toDepartment, row.department()),
                    or(toMedium, row.medium()),
                    row.personal(),
                    row.cia(),
                    row.override(),
                    new Asset.Keeping(
                            or(toRetention, row.keeping().retention()),
                            row.keeping().registeredOn(),
                            row.keeping().kin()));
        }

        private static String or(@Nullable String typed, String otherwise) {
            var text = shown(typed);
            return text.isEmpty() ? otherwise : text;
        }
    }

    static AssetForm empty(String department) {
        return new AssetForm(AssetId.next().toString(), "0", "", "", "", "", department, "", null, null, null, "");
    }

    static AssetForm of(Asset asset) {
        return new AssetForm(
                asset.id().toString(),
                String.valueOf(asset.version()),
                asset.name(),
                asset.businessClass(),
                asset.note(),
                asset.users(),
                asset.department(),
                asset.medium(),
                asset.personal().kinds().stream().map(PersonalKinds.Kind::id).toList(),
                asset.override().reasons().stream().map(Overriding.Reason::id).toList(),
                List.of(
                        "c" + asset.cia().confidentiality(),
                        "i" + asset.cia().integrity(),
                        "a" + asset.cia().availability()),
                asset.keeping().retention());
    }

    /// What annotations cannot say: a medium, and three figures.
    Problems check(Problems bound) {
        var problems = new ArrayList<>(bound.list());
        if (shown(medium).isEmpty()) {
            problems.add(new Problem("medium", "asset.problem.medium", List.of()));
        }
        for (var letter : List.of("c", "i", "a")) {
            if (figure(letter).isEmpty()) {
                problems.add(new Problem(letter, "asset.problem." + letter, List.of()));
            }
        }
        if (rowId().isEmpty()) {
            problems.add(new Problem("name", "asset.problem.stale-form", List.of()));
        }
        return new Problems(problems);
    }

    /// Good after a check.
    Asset asset(LocalDate today) {
        var row = rowId().orElseThrow();
        return new Asset(
                row,
                seen(),
                shown(businessClass),
                shown(name),
                shown(note).replace("\r\n", "\n"),
                shown(users),
                shown(department),
                shown(medium),
                PersonalKinds.of(sent(personal)),
                new Cia(
                        figure("c").orElseThrow(),
                        figure("i").orElseThrow(),
                        figure("a").orElseThrow()),
                Overriding.of(sent(override)),
                new Asset.Keeping(shown(retention), today, row));
    }

    /// The version that the editor saw; 0 for a new row.
    int seen() {
        return shown(version).matches("\\d{1,9}") ? Integer.parseInt(shown(version)) : 0;
    }

    AssetForm seen(int now) {
        return new AssetForm(
                id,
                String.valueOf(now),
                name,
                businessClass,
                note,
                users,
                department,
                medium,
                personal,
                override,
                figures,
                retention);
    }

    Optional<AssetId> rowId() {
        try {
            return Optional.of(new AssetId(UUID.fromString(shown(id))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The figure 0 to 2 of `c`, `i` or `a`.
    Optional<Integer> figure(String letter) {
        return sent(figures).stream()
                .filter(figure -> figure.matches(letter + "[012]"))
                .map(figure -> figure.charAt(1) - '0')
                .reduce((_, last) -> last);
    }

    boolean ticked(String word) {
        return sent(personal).contains(word) || sent(override).contains(word);
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> sent(@Nullable List<String> words) {
        return Objects.requireNonNullElse(words, List.of());
    }
}
