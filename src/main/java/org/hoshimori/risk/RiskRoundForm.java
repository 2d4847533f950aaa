package org.hoshimori.risk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is sent to close a round.
///
/// @param id made for the form, so that a double click closes one round
record RiskRoundForm(
        @Nullable String id,

        @NotBlank(message = "risk.problem.title")
        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String title,

        @Size(max = 1000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String note) {

    static RiskRoundForm fresh() {
        return new RiskRoundForm(RiskRound.Id.next().toString(), "", "");
    }

    static String words(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
