package org.hoshimori.trial;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hoshimori.access.Founders;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// The three things that starting a company asks: its name, one's own name and role, how to sign in.
record CompanyForm(
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
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String email,

        @NotBlank(message = "web.problem.required") @Nullable
        String password) {

    static final CompanyForm EMPTY = new CompanyForm("", "", "owner", "", "");

    Founders.Founding founding() {
        var role = "security-lead".equals(this.role) ? Role.SECURITY_LEAD : Role.OWNER;
        return new Founders.Founding(shown(company), shown(person), role);
    }

    /// The address without blanks around it.
    String address() {
        return shown(email);
    }

    /// The password exactly as typed: blanks count.
    String secret() {
        return password == null ? "" : password;
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
