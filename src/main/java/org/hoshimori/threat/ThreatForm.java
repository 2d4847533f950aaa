package org.hoshimori.threat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hoshimori.threat.ThreatRegister.Draft;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What is sent about one threat.
///
/// @param id made for the form of a new one, so that a double click adds one threat
/// @param title missing for a threat of the content
/// @param items ids of the check items that work against it
record ThreatForm(
        @Nullable String id,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String title,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String medium,

        @Nullable String frequency,
        @Nullable List<String> items) {

    /// Why a threat is switched off.
    record Off(
            @NotBlank(message = "threat.problem.reason")
            @Size(max = 200, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String reason) {}

    /// The name of a medium of the company's own.
    record Medium(
            @NotBlank(message = "threat.problem.name")
            @Size(max = 100, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String name) {}

    static ThreatForm fresh(String medium) {
        return new ThreatForm(ThreatRegister.nextId(), "", medium, "2", List.of());
    }

    static ThreatForm of(CompanyThreat threat) {
        return new ThreatForm(
                threat.id(), threat.title(), threat.medium(), String.valueOf(threat.frequency()), threat.items());
    }

    /// The same with the words that a threat of the content keeps.
    ThreatForm keeping(CompanyThreat threat) {
        return threat.own() ? this : new ThreatForm(threat.id(), threat.title(), threat.medium(), frequency, items);
    }

    /// What annotations cannot say.
    Problems check(Problems bound, List<String> known) {
        var problems = new ArrayList<>(bound.list());
        if (shown(title).isEmpty()) {
            problems.add(new Problem("title", "threat.problem.title", List.of()));
        }
        if (!shown(frequency).matches("[1-3]")) {
            problems.add(new Problem("frequency", "threat.problem.frequency", List.of()));
        }
        if (!known.containsAll(ticked())) {
            problems.add(new Problem("items", "threat.problem.items", List.of()));
        }
        return new Problems(problems);
    }

    /// Good after a check.
    Draft draft() {
        return new Draft(shown(medium), shown(title), Integer.parseInt(shown(frequency)), ticked());
    }

    List<String> ticked() {
        return Objects.requireNonNullElse(items, List.<String>of()).stream()
                .distinct()
                .toList();
    }

    static String shown(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
