package org.hoshimori.control;

import jakarta.validation.constraints.NotBlank;
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
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.organization.MemberId;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What the forms send that decide on a control and change it. Dates, people and yen stay text until they are checked,
/// so that nothing typed is lost.
record DecideForm(
        @Nullable List<String> candidates,

        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String title,

        @Size(max = 2000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String what,

        @Nullable String responsible,
        @Nullable String due,
        @Nullable String costOnce,
        @Nullable String costYearly) {

    static final DecideForm EMPTY = new DecideForm(null, null, null, null, null, null, null);

    /// Nobody plans further ahead; a year typed with a digit too many is noticed.
    private static final int YEARS_AHEAD = 10;

    /// "Not now".
    record Later(
            @NotBlank(message = "control.problem.reason")
            @Size(max = 2000, message = "web.problem.long")
            @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
            @Nullable
            String reason,

            @Nullable String lookAgainOn) {

        static final Later EMPTY = new Later(null, null);

        Problems check(Problems bound, LocalDate today) {
            var problems = new ArrayList<>(bound.list());
            dateProblem(lookAgainOn, today.plusDays(1), today)
                    .ifPresent(key -> problems.add(new Problem("lookAgainOn", key, List.of())));
            return new Problems(problems);
        }

        LocalDate day() {
            return date(lookAgainOn).orElseThrow();
        }
    }

    static DecideForm of(DecidedControl control) {
        return new DecideForm(
                null,
                control.title(),
                control.what(),
                control.responsible() == null ? null : control.responsible().toString(),
                control.due() == null ? null : control.due().toString(),
                yen(control.costOnceYen()),
                yen(control.costYearlyYen()));
    }

    /// Checks what decides on a question; `offered` are the ids of its candidate controls.
    Problems check(Problems bound, List<String> offered, Names names, LocalDate today) {
        var problems = new ArrayList<>(bound.list());
        if (chosenFrom(offered).isEmpty() && shown(title).isBlank()) {
            problems.add(new Problem("candidates", "control.problem.choose", List.of()));
        }
        terms(problems, names, today, today);
        return new Problems(problems);
    }

    /// Checks a change; a date that has passed may stay as it was.
    Problems checkChange(Problems bound, Names names, LocalDate today, @Nullable LocalDate dueBefore) {
        var problems = new ArrayList<>(bound.list());
        if (shown(title).isBlank()) {
            problems.add(new Problem("title", "web.problem.required", List.of()));
        }
        var earliest =
                dueBefore != null && dueBefore.isBefore(today) && date(due).equals(Optional.of(dueBefore))
                        ? dueBefore
                        : today;
        terms(problems, names, earliest, today);
        return new Problems(problems);
    }

    private void terms(List<Problem> problems, Names names, LocalDate earliest, LocalDate today) {
        if (!names.works(person().orElse(null))) {
            problems.add(new Problem("responsible", "control.problem.person", List.of()));
        }
        dateProblem(due, earliest, today).ifPresent(key -> problems.add(new Problem("due", key, List.of())));
        if (!goodYen(costOnce)) {
            problems.add(new Problem("costOnce", "control.problem.yen", List.of()));
        }
        if (!goodYen(costYearly)) {
            problems.add(new Problem("costYearly", "control.problem.yen", List.of()));
        }
    }

    private static Optional<String> dateProblem(@Nullable String text, LocalDate earliest, LocalDate today) {
        var day = date(text);
        if (shown(text).isBlank()) {
            return Optional.of("control.problem.date");
        }
        if (day.isEmpty()) {
            return Optional.of("control.problem.day");
        }
        if (day.get().isBefore(earliest)) {
            return Optional.of("control.problem.past");
        }
        return day.get().isAfter(today.plusYears(YEARS_AHEAD)) ? Optional.of("control.problem.far") : Optional.empty();
    }

    /// Good after a check.
    ControlTerms terms() {
        return new ControlTerms(person().orElseThrow(), date(due).orElseThrow(), amount(costOnce), amount(costYearly));
    }

    List<String> chosenFrom(List<String> offered) {
        var sent = Objects.requireNonNullElse(candidates, List.<String>of());
        return offered.stream().filter(sent::contains).toList();
    }

    boolean chose(String candidate) {
        return candidates != null && candidates.contains(candidate);
    }

    /// The company's own words; empty when none were written.
    Optional<Chosen> own() {
        return shown(title).isBlank() ? Optional.empty() : Optional.of(new Chosen(null, shown(title), words()));
    }

    @Nullable
    String words() {
        var text = shown(what);
        return text.isEmpty() ? null : text;
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private Optional<MemberId> person() {
        try {
            return Optional.of(new MemberId(UUID.fromString(shown(responsible))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.of(LocalDate.parse(shown(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean goodYen(@Nullable String text) {
        return digits(text).matches("\\d{0,12}");
    }

    private static @Nullable Long amount(@Nullable String text) {
        var digits = digits(text);
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    /// People write 10,000円 and １００００.
    private static String digits(@Nullable String text) {
        return Normalizer.normalize(shown(text), Normalizer.Form.NFKC).replaceAll("[,\\s¥\\u5186]", "");
    }

    private static @Nullable String yen(@Nullable Long amount) {
        return amount == null ? null : amount.toString();
    }
}
