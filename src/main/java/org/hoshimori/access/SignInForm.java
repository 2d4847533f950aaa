package org.hoshimori.access;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/// What the sign-in page sends.
///
/// @param next the page to return to; only paths of this installation are followed
record SignInForm(
        @NotBlank(message = "web.problem.required") @Nullable
        String email,

        @NotBlank(message = "web.problem.required") @Nullable
        String password,

        @Nullable String next) {

    /// Where to go after signing in. Anything but a plain path of our own leads to the first page.
    String target() {
        return next != null && next.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? next : "/";
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
