package org.hoshimori.access;

import java.util.EnumSet;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Starts a company together with the sign-in of its first person, as one transaction, and makes the recovery code of
/// that person. Whether somebody may start a company here is asked before ([Signup]).
@Component
public class Founders {

    private final Database database;
    private final Organizations organizations;
    private final SignIns signIns;

    Founders(Database database, Organizations organizations, SignIns signIns) {
        this.database = database;
        this.organizations = organizations;
        this.signIns = signIns;
    }

    /// What a new company begins with.
    ///
    /// @param role of the first person, [Role#OWNER] or [Role#SECURITY_LEAD]
    public record Founding(String company, String person, Role role) {}

    /// What a founding leads to. The recovery code is shown once and stored hashed.
    public record Founded(SignInId signIn, Actor actor, String recoveryCode) {}

    /// A company and a new sign-in. The password has passed [Passwords]. Errors: `DuplicateKeyException` when the
    /// address has a sign-in already; check with [SignIns#exists] first.
    public Founded found(Founding founding, String email, String password) {
        return database.across(_ -> {
            var actor = company(founding, email);
            var signIn = signIns.create(email, password, actor);
            return new Founded(signIn, actor, signIns.newRecoveryCode(signIn));
        });
    }

    /// One more company for somebody who is signed in.
    public Actor foundAnother(Founding founding, SignInId signIn) {
        return database.across(_ -> {
            var actor = company(founding, signIns.email(signIn).orElse(null));
            signIns.join(signIn, actor);
            return actor;
        });
    }

    private Actor company(Founding founding, @Nullable String email) {
        return organizations.found(new Organizations.Founding(
                founding.company(), founding.person(), null, EnumSet.of(founding.role()), email, false));
    }
}
