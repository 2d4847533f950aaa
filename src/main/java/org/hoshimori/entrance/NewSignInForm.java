package org.hoshimori.entrance;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hoshimori.access.Passwords;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// An address and a new password.
record NewSignInForm(
        @NotBlank(message = "web.problem.required")
        @Email(message = "access.problem.email")
        @Size(max = 254, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String email,

        @NotBlank(message = "web.problem.required") @Nullable
        String password) {

    /// The address without blanks around it.
    String address() {
        return FoundingForm.shown(email);
    }

    /// The password exactly as typed: blanks count.
    String secret() {
        return password == null ? "" : password;
    }

    Problems problems(Passwords passwords) {
        if (address().isEmpty()) {
            return Problems.one("email", "web.problem.required");
        }
        return passwords
                .problem(secret(), address())
                .map(key -> Problems.one("password", key))
                .orElse(Problems.NONE);
    }
}
