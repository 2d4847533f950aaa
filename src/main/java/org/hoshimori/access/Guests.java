package org.hoshimori.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.springframework.stereotype.Component;

/// Sign-ins to throw away, for looking at the sample company: a random address that cannot exist and no password. Only
/// the browser that made one is signed in with it; nobody can sign in again later.
@Component
public class Guests {

    private final GuestRepository guests;
    private final SignInRepository signIns;
    private final Clock clock;

    Guests(GuestRepository guests, SignInRepository signIns, Clock clock) {
        this.guests = guests;
        this.signIns = signIns;
        this.clock = clock;
    }

    /// A sign-in for a member of a sample company.
    public SignInId create(Actor member) {
        var id = new SignInId(TimeOrderedId.next());
        guests.add(id, "sample-" + UUID.randomUUID() + GuestRepository.DOMAIN, OffsetDateTime.now(clock));
        signIns.join(id, member.organization(), member.member());
        return id;
    }

    /// The guest of an installation that is not set up yet, if somebody looked at the sample before.
    public Optional<SignInId> first() {
        return guests.first();
    }

    /// What guests made before a moment have left behind.
    public List<Membership> createdBefore(OffsetDateTime moment) {
        return guests.createdBefore(moment);
    }

    /// Ends every way into a company that is removed: memberships, links, and the guests that have no other company.
    public void end(OrganizationId organization) {
        guests.end(organization);
    }
}
