package org.hoshimori.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.access.Guests;
import org.hoshimori.access.Membership;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.trail.Author;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// The verbs of the sample company: make one to look at, remove it without a trace.
@Component
class Samples {

    /// How long a guest's sample stays once the installation is set up and nobody can reach it any more.
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Database database;
    private final SampleBuilding building;
    private final SignIns signIns;
    private final Guests guests;
    private final Organizations organizations;
    private final Clock clock;

    Samples(
            Database database,
            SampleBuilding building,
            SignIns signIns,
            Guests guests,
            Organizations organizations,
            Clock clock) {
        this.database = database;
        this.building = building;
        this.signIns = signIns;
        this.guests = guests;
        this.organizations = organizations;
        this.clock = clock;
    }

    /// The sample for an installation that is not set up yet, with a sign-in to throw away. Whoever asks twice gets the
    /// same one.
    SignInId visit(Locale locale) {
        return guests.first()
                .orElseGet(() -> database.across(_ -> guests.create(building.build(SampleFile.shipped(), locale))));
    }

    /// The sample as one more company of somebody's sign-in: the one they have, or a new one.
    OrganizationId join(SignInId signIn, Locale locale) {
        var before = Set.copyOf(signIns.memberships(signIn));
        return of(signIn).or(() -> built(signIn, before, locale)).orElseGet(() -> join(signIn, locale));
    }

    /// Building takes seconds, in which people click again. Empty when the other click was faster.
    private Optional<OrganizationId> built(SignInId signIn, Set<Membership> before, Locale locale) {
        return database.across(_ -> {
            signIns.hold(signIn);
            if (!Set.copyOf(signIns.memberships(signIn)).equals(before)) {
                return Optional.empty();
            }
            var owner = building.build(SampleFile.shipped(), locale);
            signIns.join(signIn, owner);
            return Optional.of(owner.organization());
        });
    }

    /// The sample among the companies of a sign-in. Each company is asked in a transaction of its own: two never meet
    /// in one.
    Optional<OrganizationId> of(SignInId signIn) {
        return signIns.memberships(signIn).stream()
                .map(Membership::organization)
                .filter(this::isSample)
                .findFirst();
    }

    /// Whether this is a sample company.
    boolean isSample(OrganizationId organization) {
        return organizations.company(organization).sample();
    }

    /// Removes the actor's sample company with every way into it. Errors: [NotFound] when the company is a real one.
    void remove(Actor actor) {
        remove(actor.organization(), actor.author());
    }

    /// Removes what guests left behind on an installation that has been set up in the meantime; how many that were.
    int removeLeftBehind() {
        if (signIns.none()) {
            return 0;
        }
        var left = guests.createdBefore(OffsetDateTime.now(clock).minus(LEFT_BEHIND));
        left.forEach(membership -> remove(membership.organization(), Author.SYSTEM));
        return left.size();
    }

    private void remove(OrganizationId organization, Author author) {
        database.transact(organization, () -> {
            if (!isSample(organization)) {
                throw new NotFound("sample");
            }
            guests.end(organization);
            organizations.remove(organization, author);
            return organization;
        });
    }
}
