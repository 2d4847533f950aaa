package org.hoshimori.access;

import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Signing out of every browser at once. Each company of the sign-in sees it in its trail.
@Component
record Farewell(Visits visits, SignIns signIns, People people, Database database, Trail trail) {

    void everywhere(SignInId signIn) {
        for (var membership : signIns.memberships(signIn)) {
            database.transact(membership.organization(), () -> {
                var author = people.actor(membership.organization(), membership.member())
                        .map(Actor::author)
                        .orElse(Author.SYSTEM);
                trail.append(
                        membership.organization(),
                        author,
                        Subject.of("member", membership.member()),
                        Change.of("signed-out-everywhere"));
                return membership;
            });
        }
        visits.endAll(signIn);
    }
}
