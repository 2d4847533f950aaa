package org.hoshimori.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links without an account: a 128-bit token, stored hashed, bound to one purpose and one subject, at most 14 days,
/// revocable.
/// Opening one (GET) changes nothing.
@Component
public class Links {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkRepository links;
    private final Clock clock;

    Links(LinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /// Makes a link for somebody or something of a company and returns its token, which is shown once and never stored.
    public String issue(
            Link.Purpose purpose, OrganizationId organization, UUID subject, @Nullable MemberId by, Duration validity) {
        return add(purpose, organization, subject, by, validity);
    }

    /// Makes a link of the installation itself, for somebody of no company; earlier ones for the same subject end.
    ///
    /// @param subject whom it is for; null for whoever holds it
    public String issueForInstallation(Link.Purpose purpose, @Nullable UUID subject, Duration validity) {
        if (subject == null) {
            links.revokeOpen(purpose, OffsetDateTime.now(clock));
        } else {
            links.revoke(purpose, subject, OffsetDateTime.now(clock));
        }
        return add(purpose, null, subject, null, validity);
    }

    /// The link that sets up an empty installation; earlier ones end.
    String issueSetup() {
        links.revoke(Link.Purpose.SETUP, OffsetDateTime.now(clock));
        return add(Link.Purpose.SETUP, null, null, null, Duration.ofDays(1));
    }

    /// A link by which somebody sets a new password, good for a day; earlier ones end. It belongs to no company: a
    /// sign-in may belong to several.
    ///
    /// @param by the colleague who made it; null where it goes out by mail or is printed on the server
    public String issueReset(SignInId signIn, @Nullable MemberId by) {
        links.revoke(Link.Purpose.RESET, signIn.value(), OffsetDateTime.now(clock));
        return add(Link.Purpose.RESET, null, signIn.value(), by, Duration.ofDays(1));
    }

    private String add(
            Link.Purpose purpose,
            @Nullable OrganizationId organization,
            @Nullable UUID subject,
            @Nullable MemberId by,
            Duration validity) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = OffsetDateTime.now(clock);
        links.add(hash(token), new Link(purpose, organization, subject, by, now.plus(validity)), now);
        return token;
    }

    /// The link behind a token, or empty when it is unknown, used, revoked, expired or for another purpose: the five
    /// look alike.
    public Optional<Link> open(String token, Link.Purpose purpose) {
        return links.find(hash(token), purpose, OffsetDateTime.now(clock));
    }

    /// Who issued the good link behind a token; empty as [#open] is, and for links that nobody of the company issued.
    public Optional<MemberId> issuer(String token, Link.Purpose purpose) {
        return links.issuer(hash(token), purpose, OffsetDateTime.now(clock));
    }

    /// Until when a company's good links of one purpose are open, by subject.
    public Map<UUID, OffsetDateTime> expiries(Link.Purpose purpose, OrganizationId organization) {
        return links.expiries(purpose, organization, OffsetDateTime.now(clock));
    }

    /// Uses a link up. False when somebody else was faster or it is no longer good.
    public boolean use(String token, Link.Purpose purpose) {
        return links.use(hash(token), purpose, OffsetDateTime.now(clock));
    }

    /// Ends every link of one purpose to one subject.
    public void revoke(Link.Purpose purpose, OrganizationId organization, UUID subject) {
        revoke(purpose, organization, Set.of(subject));
    }

    /// The same for several subjects, in one statement.
    public void revoke(Link.Purpose purpose, OrganizationId organization, Set<UUID> subjects) {
        links.revoke(purpose, organization, subjects, OffsetDateTime.now(clock));
    }

    /// How a token is stored: as its SHA-256, so that a copy of the database opens no link. No salt: the token itself
    /// is random.
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
