package org.hoshimori.access;

import java.security.SecureRandom;
import java.util.EnumSet;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Starts a company together with the sign-in of its first person, as one transaction, and makes the owner's recovery
/// code.
@Component
public class Founders {

    private static final String LETTERS = "ACDEFHJKLMNPQRTUVWXY34679";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Organizations organizations;
    private final SignIns signIns;
    private final SignInRepository stored;
    private final PasswordEncoder encoder;

    Founders(
            Database database,
            Organizations organizations,
            SignIns signIns,
            SignInRepository stored,
            PasswordEncoder encoder) {
        this.database = database;
        this.organizations = organizations;
        this.signIns = signIns;
        this.stored = stored;
        this.encoder = encoder;
    }

    /// What a founding leads to. The recovery code is shown once and stored hashed.
    public record Founded(SignInId signIn, Actor actor, String recoveryCode) {}

    /// Errors: `DuplicateKeyException` when the address has a sign-in already; check with [SignIns#exists] first.
    Founded found(SetupForm form) {
        return database.across(_ -> {
            var role = "security-lead".equals(form.role()) ? Role.SECURITY_LEAD : Role.OWNER;
            var email = SetupForm.shown(form.email());
            var actor = organizations.found(new Organizations.Founding(
                    SetupForm.shown(form.company()),
                    SetupForm.shown(form.person()),
                    null,
                    EnumSet.of(role),
                    email,
                    false));
            var signIn = signIns.create(email, form.password() == null ? "" : form.password(), actor);
            return new Founded(signIn, actor, newRecoveryCode(signIn));
        });
    }

    /// A new recovery code; the earlier one is worth nothing from then on.
    String newRecoveryCode(SignInId signIn) {
        var code = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        stored.recovery(signIn, encoder.encode(code.toString()));
        return code.toString();
    }
}
