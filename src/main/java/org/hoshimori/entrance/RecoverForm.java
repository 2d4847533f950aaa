package org.hoshimori.entrance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The code on the paper, and the password that is to be.
record RecoverForm(
        @NotBlank(message = "web.problem.required") @Size(max = 254, message = "web.problem.long") @Nullable
        String email,

        @NotBlank(message = "web.problem.required") @Size(max = 100, message = "web.problem.long") @Nullable
        String code,

        @NotBlank(message = "web.problem.required") @Nullable
        String password) {

    static final RecoverForm EMPTY = new RecoverForm("", "", "");

    NewSignInForm signIn() {
        return new NewSignInForm(email, password);
    }
}
