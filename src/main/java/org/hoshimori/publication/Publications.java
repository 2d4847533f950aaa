package org.hoshimori.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Where a company's basic policy can be read by everybody.
@Component
public class Publications {

    private final AddressRepository addresses;
    private final Database database;
    private final Trail trail;
    private final Clock clock;

    Publications(AddressRepository addresses, Database database, Trail trail, Clock clock) {
        this.addresses = addresses;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// The address where the basic policy is public, and since when that is known. One statement.
    public Optional<PolicyProof> proof(OrganizationId organization) {
        return addresses.current(organization);
    }

    /// Records the address where the company published its policy itself; the one before ends.
    void record(Actor actor, PolicyProof proof) {
        var organization = actor.organization();
        database.transact(organization, () -> {
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
