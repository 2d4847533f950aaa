package org.hoshimori.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.access.Signup;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.Documents;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.Reach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a company's basic policy can be read by everybody: here, at an address of its own, or on its own site.
@Component
public class Publications {

    /// The document that is published.
    static final String DOCUMENT = "basic-policy";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Names that mean something to people or to browsers (独自の目安).
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "www",
            "mail",
            "static",
            "security",
            "security-action",
            "ipa",
            "meti",
            "official",
            "support",
            "help",
            "policy",
            "sample",
            "test",
            "example",
            "hoshimori",
            "directory",
            "desk",
            "sign-in");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    /// Whether an open installation knows that a company is who it says it is; the room that knows supplies the bean.
    @FunctionalInterface
    public interface Confirmed {
        Standing of(OrganizationId organization);
    }

    /// What is known of a company's facts.
    public enum Standing {
        CONFIRMED,
        UNKNOWN
    }

    /// What publishing came to.
    sealed interface PublishOutcome {
        record Published(String path) implements PublishOutcome {}

        /// @param problem key of a sentence
        record Refused(String problem) implements PublishOutcome {}
    }

    /// What is asked before something is published.
    @Component
    record Gate(
            Documents documents,
            Organizations organizations,
            ObjectProvider<Confirmed> confirmed,
            Reach reach,
            Signup signup) {

        /// Written out, because on a component of the record the annotation would also ask for the field to be set.
        Gate(
                Documents documents,
                Organizations organizations,
                ObjectProvider<Confirmed> confirmed,
                Reach reach,
                @Value("${hoshimori.signup:closed}") Signup signup) {
            this.documents = documents;
            this.organizations = organizations;
            this.confirmed = confirmed;
            this.reach = reach;
            this.signup = signup;
        }
    }

    private final AddressRepository addresses;
    private final SlugRepository slugs;
    private final Gate gate;
    private final Database database;
    private final Trail trail;
    private final Clock clock;

    Publications(
            AddressRepository addresses, SlugRepository slugs, Gate gate, Database database, Trail trail, Clock clock) {
        this.addresses = addresses;
        this.slugs = slugs;
        this.gate = gate;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// The address where the basic policy is public, and since when that is known; what only this computer can open is
    /// not public. One or two statements.
    public Optional<PolicyProof> proof(OrganizationId organization) {
        return own(organization)
                .filter(PolicyProof::open)
                .or(() -> addresses.current(organization).filter(PolicyProof::open));
    }

    /// The address here, while it is public.
    Optional<PolicyProof> own(OrganizationId organization) {
        return slugs.current(organization)
                .map(slug -> new PolicyProof(
                        gate.reach().url(path(slug.name())),
                        slug.takenAt().atZoneSameInstant(JAPAN).toLocalDate()));
    }

    /// The address on the company's own site.
    Optional<PolicyProof> elsewhere(OrganizationId organization) {
        return addresses.current(organization);
    }

    static String path(String slug) {
        return "/c/" + slug + "/policy";
    }

    /// Whether the documents hold an approved basic policy that is in force.
    boolean approvedHere(OrganizationId organization) {
        return gate.documents().inForce(organization, DOCUMENT).isPresent();
    }

    /// Why this company cannot publish here now, in one word: sample, none (nothing is in force) or
    /// unconfirmed; empty when it can.
    Optional<String> hindrance(OrganizationId organization) {
        if (gate.organizations().company(organization).sample()) {
            return Optional.of("sample");
        }
        if (!approvedHere(organization)) {
            return Optional.of("none");
        }
        var known = gate.confirmed().stream().anyMatch(one -> one.of(organization) == Standing.CONFIRMED);
        return gate.signup() == Signup.OPEN && !known ? Optional.of("unconfirmed") : Optional.empty();
    }

    /// Publishes under a name of three to forty letters, or moves to another one; the one before leads on to it.
    PublishOutcome publish(Actor actor, String typed) {
        var name = typed.strip();
        if (!NAME.matcher(name).matches() || name.contains("--")) {
            return new PublishOutcome.Refused("publication.problem.slug");
        }
        if (RESERVED.contains(name)) {
            return new PublishOutcome.Refused("publication.problem.reserved");
        }
        return database.transact(actor.organization(), () -> publishAs(actor, name));
    }

    private PublishOutcome publishAs(Actor actor, String name) {
        var organization = actor.organization();
        addresses.lock(organization);
        var hindrance = hindrance(organization);
        if (hindrance.isPresent()) {
            return new PublishOutcome.Refused("publication.hindrance." + hindrance.get());
        }
        var before = slugs.current(organization);
        if (before.filter(slug -> slug.name().equals(name)).isPresent()) {
            return new PublishOutcome.Published(path(name));
        }
        var now = OffsetDateTime.now(clock);
        if (!slugs.keep(organization, name, now)) {
            return new PublishOutcome.Refused("publication.problem.taken");
        }
        slugs.end(organization, now);
        slugs.begin(name);
        trail.append(
                organization,
                actor.author(),
                Subject.of("company", organization),
                new Change(
                        "policy-published",
                        before.map(slug -> path(slug.name())).orElse(null),
                        path(name)));
        return new PublishOutcome.Published(path(name));
    }

    /// Takes the page away. The name stays the company's.
    void withdraw(Actor actor) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            addresses.lock(organization);
            var before = slugs.current(organization);
            before.ifPresent(slug -> {
                slugs.end(organization, OffsetDateTime.now(clock));
                trail.append(
                        organization,
                        actor.author(),
                        Subject.of("company", organization),
                        new Change("policy-withdrawn", path(slug.name()), null));
            });
            return before;
        });
    }

    /// Records the address where the company published its policy itself; the one before ends.
    void record(Actor actor, PolicyProof proof) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            addresses.lock(organization);
            var before = addresses.current(organization);
            if (before.isPresent() && before.get().equals(proof)) {
                return proof;
            }
            var now = OffsetDateTime.now(clock);
            addresses.end(organization, now);
            addresses.add(organization, proof, actor.name(), now);
            trail.append(
                    organization,
                    actor.author(),
                    Subject.of("company", organization),
                    new Change(
                            "policy-address-recorded",
                            before.map(PolicyProof::url).orElse(null),
                            proof.url()));
            return proof;
        });
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
