package org.hoshimori.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The ways in: created with a password, checked, joined to companies. A second factor, passkeys and OIDC will be
/// further ways here.
@Component
public class SignIns {

    /// What an unknown address is compared with, so that it takes as long as a known one: the hash of a password made
    /// by chance that nobody knows, with the settings of the encoder.
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$LKEnumD1qnmX4FBTiSd5yQ$nbbW/hRzD37bdFrZj5wON29gj2WT/fSohckQcRfwZK8";

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final int COMPANIES = 500;

    private final SignInRepository signIns;
    private final LinkRepository links;
    private final PasswordEncoder encoder;
    private final Clock clock;

    SignIns(SignInRepository signIns, LinkRepository links, PasswordEncoder encoder, Clock clock) {
        this.signIns = signIns;
        this.links = links;
        this.encoder = encoder;
        this.clock = clock;
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

    /// Creates a sign-in of no company, for staff of the programme. The password has passed [Passwords].
    public SignInId create(String email, String password) {
        var id = new SignInId(TimeOrderedId.next());
        signIns.add(id, email, hash(password), OffsetDateTime.now(clock));
        return id;
    }

    /// Lets an existing sign-in into one more company. Reset links made by a colleague end: from now on they would
    /// open the other company too.
    public void join(SignInId id, Actor member) {
        signIns.join(id, member.organization(), member.member());
        links.revoke(Link.Purpose.RESET, id.value(), OffsetDateTime.now(clock));
    }

    /// Whether somebody can come back with this sign-in: not so for a look at the sample company.
    boolean lasts(SignInId id) {
        return signIns.find(id).map(SignInRepository.Stored::passwordHash).isPresent();
    }

    /// The address of a sign-in.
    public Optional<String> email(SignInId id) {
        return signIns.find(id).map(SignInRepository.Stored::email);
    }

    /// The sign-in with this address.
    public Optional<SignInId> find(String email) {
        return signIns.find(email).map(SignInRepository.Stored::id);
    }

    /// The sign-in of a member, empty for people without one.
    public Optional<SignInId> of(OrganizationId organization, MemberId member) {
        return signIns.of(organization, member);
    }

    /// The people of a company who can sign in.
    public Set<MemberId> members(OrganizationId organization) {
        return signIns.members(organization);
    }

    /// Sets a new password, which has passed [Passwords]. Links that could set another one end.
    public void changePassword(SignInId id, String password) {
        signIns.password(id, hash(password), OffsetDateTime.now(clock));
        links.revoke(Link.Purpose.RESET, id.value(), OffsetDateTime.now(clock));
    }

    /// Whether this is the password of the person who is signed in.
    public boolean isPassword(SignInId id, String password) {
        return signIns.find(id)
                .map(SignInRepository.Stored::passwordHash)
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
    }

    /// The sign-in, if address and recovery code belong together; takes as long for an unknown address.
    public Optional<SignInId> checkRecovery(String email, String code) {
        var found = signIns.find(email);
        var expected = found.map(SignInRepository.Stored::recoveryHash).orElse(NOBODY);
        return encoder.matches(RecoveryCode.read(code), expected)
                ? found.map(SignInRepository.Stored::id)
                : Optional.empty();
    }

    /// A new recovery code, shown once and stored hashed; the earlier one is worth nothing from then on.
    public String newRecoveryCode(SignInId id) {
        var code = RecoveryCode.next();
        signIns.recovery(id, hash(code));
        return code;
    }

    /// The sign-in, if address and password belong together. An unknown address takes as long as a wrong password,
    /// so that time does not tell which addresses exist.
    public Optional<SignInId> check(String email, String password) {
        var found = signIns.find(email);
        var expected = found.map(SignInRepository.Stored::passwordHash).orElse(NOBODY);
        return encoder.matches(password, expected) ? found.map(SignInRepository.Stored::id) : Optional.empty();
    }

    /// Lets nobody else hold the sign-in until the transaction ends.
    public void hold(SignInId id) {
        signIns.hold(id);
    }

    /// The same for the start of a request, outside any transaction.
    List<Membership> membershipsAlone(SignInId id) {
        return signIns.membershipsAlone(id);
    }

    public List<Membership> memberships(SignInId id) {
        return signIns.memberships(id);
    }

    /// Does something for each company that somebody can sign in to, one after the other: for jobs, which have no
    /// company. One that fails keeps no other from it.
    public void everyCompany(String job, Consumer<OrganizationId> work) {
        @Nullable OrganizationId last = null;
        for (var some = after(last); !some.isEmpty(); some = after(some.getLast())) {
            for (var company : some) {
                try {
                    work.accept(company);
                } catch (RuntimeException failure) {
                    LOG.error("{} failed for company {}", job, company, failure);
                }
            }
        }
    }

    private List<OrganizationId> after(@Nullable OrganizationId last) {
        return signIns.organizationsAfter(last, COMPANIES);
    }

    void chosen(SignInId id, OrganizationId organization) {
        signIns.chosen(id, organization, OffsetDateTime.now(clock));
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /// The code on the owner's paper: four groups of five letters that cannot be mistaken for each other, 92 bits.
    static final class RecoveryCode {

        private static final String LETTERS = "ACDEFHJKLMNPQRTUVWXY34679";
        private static final SecureRandom RANDOM = new SecureRandom();

        private RecoveryCode() {}

        static String next() {
            var letters = new StringBuilder();
            for (var i = 0; i < 20; i++) {
                letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            return grouped(letters.toString());
        }

        /// The code as it was made, however somebody typed it from paper: small letters, spaces, no hyphens.
        static String read(String typed) {
            var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return grouped(letters.length() > 20 ? "" : letters);
        }

        private static String grouped(String letters) {
            return letters.replaceAll("(.{5})(?=.)", "$1-");
        }
    }
}
