package org.hoshimori.access;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The three things a start asks: the company's name, one's own name and role, how to sign in.
record SetupForm(
        @NotBlank(message = "web.problem.required")
        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String company,

        @NotBlank(message = "web.problem.required")
        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String person,

        @Nullable String role,

        @NotBlank(message = "web.problem.required")
        @Email(message = "access.problem.email")
        @Size(max = 254, message = "web.problem.long")
        @Nullable
        String email,

        @NotBlank(message = "web.problem.required") @Nullable
        String password) {

    static final SetupForm EMPTY = new SetupForm("", "", "owner", "", "");

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
