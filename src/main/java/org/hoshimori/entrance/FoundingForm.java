package org.hoshimori.entrance;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hoshimori.access.Founders;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// The three things a start asks: the company's name, one's own name and role, how to sign in. Address and password are
/// not asked of somebody who is signed in.
record FoundingForm(
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

        @Email(message = "access.problem.email")
        @Size(max = 254, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String email,

        @Nullable String password) {

    static final FoundingForm EMPTY = new FoundingForm("", "", "owner", "", "");

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    Founders.Founding founding() {
        var lead = "security-lead".equals(role);
        return new Founders.Founding(shown(company), shown(person), lead ? Role.SECURITY_LEAD : Role.OWNER);
    }

    NewSignInForm signIn() {
        return new NewSignInForm(email, password);
    }
}
