package org.hoshimori.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What the page sends that makes ticked items controls. Date and person stay text until they are checked.
record TakeoverForm(
        @Nullable List<String> item,
        @Nullable String responsible,
        @Nullable String due) {

    /// Nobody plans further ahead; a year typed with a digit too many is noticed.
    private static final int YEARS_AHEAD = 10;

    Set<String> items() {
        return new LinkedHashSet<>(Objects.requireNonNullElse(item, List.of()));
    }

    Problems check(boolean chosen, List<Member> workers, LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (!chosen) {
            problems.add(new Problem("item", "scenario.problem.choose", List.of()));
        }
        var person = person();
        if (person.isEmpty() || workers.stream().noneMatch(worker -> worker.id().equals(person.get()))) {
            problems.add(new Problem("responsible", "scenario.problem.person", List.of()));
        }
        dateProblem(today).ifPresent(key -> problems.add(new Problem("due", key, List.of())));
        return new Problems(problems);
    }

    private Optional<String> dateProblem(LocalDate today) {
        var day = date();
        if (text(due).isEmpty()) {
            return Optional.of("scenario.problem.date");
        }
        if (day.isEmpty()) {
            return Optional.of("scenario.problem.day");
        }
        if (day.get().isBefore(today)) {
            return Optional.of("scenario.problem.past");
        }
        return day.get().isAfter(today.plusYears(YEARS_AHEAD)) ? Optional.of("scenario.problem.far") : Optional.empty();
    }

    Optional<MemberId> person() {
        try {
            return Optional.of(new MemberId(UUID.fromString(text(responsible))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(text(due)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
