package org.hoshimori.treatment;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.control.ControlId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.Treatment.Way;
import org.hoshimori.treatment.TreatmentOutcome.Refusal;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What the form about a treatment sends. Dates, people and yen stay text until they are checked, so that nothing typed
/// is lost.
///
/// @param id under which the decision will be recorded: the same form sent twice says the same
/// @param kind `modify`, `retain`, `avoid` or `share`
/// @param person who does it, or who accepts
/// @param day done by, accepted until, or in force until
record TreatmentForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable List<String> items,
        @Nullable List<String> controls,
        @Nullable String person,
        @Nullable String day,

        @Size(max = 2000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String words,

        @Nullable String way,

        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String partner,

        @Nullable String sum,
        @Nullable String costOnce,
        @Nullable String costYearly) {

    /// The four ways in the order of the guideline.
    static final List<String> KINDS = List.of("modify", "retain", "avoid", "share");

    /// An empty form of a kind; a kind that does not exist is the first.
    static TreatmentForm empty(@Nullable String kind, @Nullable String day) {
        return new TreatmentForm(
                TreatmentId.next().toString(),
                KINDS.contains(shown(kind)) ? kind : KINDS.getFirst(),
                null,
                null,
                null,
                day,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// What is missing or cannot be read; the rules are the treatment's own. Errors: [NotFound] for a kind
    /// that does not exist.
    Problems check(Problems bound) {
        var problems = new ArrayList<>(bound.list());
        switch (shown(kind)) {
            case "modify" -> {
                if (chosenItems().isEmpty() && chosenControls().isEmpty()) {
                    add(problems, "items", word(Refusal.NOTHING_CHOSEN));
                }
                terms(problems);
            }
            case "retain", "avoid" -> {
                if (shown(words).isBlank()) {
                    add(problems, "words", "treatment.problem.words." + kind);
                }
                terms(problems);
            }
            case "share" -> {
                if (Way.of(shown(way)).isEmpty()) {
                    add(problems, "way", "treatment.problem.way");
                }
                if (shown(partner).isBlank()) {
                    add(problems, "partner", "treatment.problem.partner");
                }
                if (!shown(day).isBlank()) {
                    readable(problems);
                }
            }
            default -> throw new NotFound("treatment");
        }
        yen(problems, "sum", sum);
        yen(problems, "costOnce", costOnce);
        yen(problems, "costYearly", costYearly);
        return new Problems(problems);
    }

    private void terms(List<Problem> problems) {
        if (member().isEmpty()) {
            add(problems, "person", "treatment.problem.person");
        }
        if (shown(day).isBlank()) {
            add(problems, "day", "treatment.problem.date");
        } else {
            readable(problems);
        }
    }

    private void readable(List<Problem> problems) {
        if (date().isEmpty()) {
            add(problems, "day", "treatment.problem.day");
        }
    }

    private static void yen(List<Problem> problems, String field, @Nullable String text) {
        if (!digits(text).matches("\\d{0,12}")) {
            add(problems, field, "treatment.problem.yen");
        }
    }

    private static void add(List<Problem> problems, String field, String key) {
        problems.add(new Problem(field, key, List.of()));
    }

    /// A rule's refusal at the field that it is about.
    Problems refused(Refusal reason) {
        var field =
                switch (reason) {
                    case NOTHING_CHOSEN, NOT_HERE -> "items";
                    case PAST, TOO_FAR -> "day";
                    case OWNER_ONLY, NOBODY -> "person";
                    case WORDLESS -> "words";
                    case NO_ASSETS -> "group";
                };
        return Problems.one(field, word(reason));
    }

    private static String word(Refusal reason) {
        return "treatment.refused." + reason.word();
    }

    /// Good after a check.
    Treatment treatment() {
        var costs = new Costs(amount(costOnce), amount(costYearly));
        return switch (shown(kind)) {
            case "modify" ->
                new Treatment.Modify(
                        chosenItems(),
                        chosenControls(),
                        shown(words),
                        member().orElseThrow(),
                        date().orElseThrow(),
                        costs);
            case "retain" -> new Treatment.Retain(shown(words), member().orElseThrow(), date().orElseThrow());
            case "avoid" -> new Treatment.Avoid(shown(words), member().orElseThrow(), date().orElseThrow(), costs);
            case "share" ->
                new Treatment.Share(
                        Way.of(shown(way)).orElseThrow(),
                        shown(partner),
                        shown(words),
                        amount(sum),
                        date().orElse(null),
                        costs);
            default -> throw new NotFound("treatment");
        };
    }

    /// Errors: [NotFound] for what is no id.
    TreatmentId wanted() {
        try {
            return new TreatmentId(UUID.fromString(shown(id)));
        } catch (IllegalArgumentException e) {
            throw new NotFound("treatment");
        }
    }

    List<String> chosenItems() {
        return Objects.requireNonNullElse(items, List.<String>of()).stream()
                .distinct()
                .toList();
    }

    List<ControlId> chosenControls() {
        try {
            return Objects.requireNonNullElse(controls, List.<String>of()).stream()
                    .distinct()
                    .map(text -> new ControlId(UUID.fromString(text)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new NotFound("control");
        }
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private Optional<MemberId> member() {
        try {
            return Optional.of(MemberId.of(shown(person)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(shown(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long amount(@Nullable String text) {
        var digits = digits(text);
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    /// People write 10,000円 and １００００.
    private static String digits(@Nullable String text) {
        return Normalizer.normalize(shown(text), Normalizer.Form.NFKC).replaceAll("[,\\s¥\\u5186]", "");
    }
}
