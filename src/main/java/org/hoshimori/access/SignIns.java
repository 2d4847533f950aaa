package org.hoshimori.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The ways in: created with a password, checked, joined to companies. A second factor, passkeys and OIDC will be
/// further ways here.
@Component
public class SignIns {

    private final SignInRepository signIns;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobody;

    SignIns(SignInRepository signIns, PasswordEncoder encoder, Clock clock) {
        this.signIns = signIns;
        this.encoder = encoder;
        this.clock = clock;
        this.nobody = Objects.requireNonNull(encoder.encode(UUID.randomUUID().toString()));
    }

    /// Whether nobody can sign in yet: the installation waits for its set-up.
    public boolean none() {
        return signIns.none();
    }

    public boolean exists(String email) {
        return signIns.find(email).isPresent();
    }

    /// Creates a sign-in for a member of a company. The password has passed [Passwords].
    public SignInId create(String email, String password, Actor member) {
        var id = new SignInId(TimeOrderedId.next());
        signIns.add(id, email, hash(password), OffsetDateTime.now(clock));
        signIns.join(id, member.organization(), member.member());
        return id;
    }

    /// Lets an existing sign-in into one more company.
    public void join(SignInId id, Actor member) {
        signIns.join(id, member.organization(), member.member());
    }

    /// The sign-in, if address and password belong together. An unknown address takes as long as a wrong password,
    /// so that time does not tell which addresses exist.
    public Optional<SignInId> check(String email, String password) {
        var found = signIns.find(email);
        var expected = found.map(SignInRepository.Stored::passwordHash).orElse(nobody);
        return encoder.matches(password, expected) ? found.map(SignInRepository.Stored::id) : Optional.empty();
    }

    public List<Membership> memberships(SignInId id) {
        return signIns.memberships(id);
    }

    /// The companies that somebody can sign in to, page by page after the last of the page before: for jobs, which have
    /// no company.
    public List<OrganizationId> organizationsAfter(@Nullable OrganizationId last, int limit) {
        return signIns.organizationsAfter(last, limit);
    }

    void chosen(SignInId id, OrganizationId organization) {
        signIns.chosen(id, organization, OffsetDateTime.now(clock));
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }
}
