package org.hoshimori.entrance;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// New passwords and recovery codes: by the person who is signed in, by a link, or by the code on the owner's paper.
/// Every one is recorded in the trail of each company that the sign-in opens. Whoever calls ends the old visits.
@Component
class Resets {

    private final Database database;
    private final Links links;
    private final SignIns signIns;
    private final People people;
    private final Trail trail;
    private final Letters letters;

    Resets(Database database, Links links, SignIns signIns, People people, Trail trail, Letters letters) {
        this.database = database;
        this.links = links;
        this.signIns = signIns;
        this.people = people;
        this.trail = trail;
        this.letters = letters;
    }

    /// Makes a link for a colleague, to be handed over in person. Refused for oneself, for a higher role, and for
    /// somebody who works for other companies too: the link would open those as well.
    LinkOutcome issue(Actor actor, MemberId id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var member = people.member(organization, id);
            var signIn = signIns.of(organization, id);
            if (id.equals(actor.member())) {
                return new LinkOutcome.Refused("entrance.problem.self");
            }
            if (!Invitations.mayLetIn(actor, member)) {
                return new LinkOutcome.Refused("entrance.problem.rank");
            }
            if (signIn.isEmpty()) {
                return new LinkOutcome.Refused("entrance.problem.no-sign-in");
            }
            if (signIns.memberships(signIn.get()).size() > 1) {
                return new LinkOutcome.Refused("entrance.problem.several");
            }
            trail.append(
                    organization, actor.author(), Subject.of("member", id), Change.to("reset-link", member.name()));
            return new LinkOutcome.Issued(letters.resetUrl(links.issueReset(signIn.get(), actor.member())), false);
        });
    }

    /// Sends a link to the address if it signs in here. Nothing tells whether it does.
    void ask(String email, Locale locale) {
        if (letters.leave()) {
            signIns.find(email)
                    .ifPresent(signIn -> database.across(_ -> {
                        letters.reset(email, links.issueReset(signIn, null), locale);
                        return signIn;
                    }));
        }
    }

    /// The address whose password a link sets.
    Optional<String> address(String token) {
        return links.open(token, Link.Purpose.RESET).map(Resets::signIn).flatMap(signIns::email);
    }

    /// Sets the password by a link, once. Empty when the link is no longer good.
    Optional<SignInId> reset(String token, String password) {
        var link = links.open(token, Link.Purpose.RESET);
        if (link.isEmpty() || !links.use(token, Link.Purpose.RESET)) {
            return Optional.empty();
        }
        var signIn = signIn(link.get());
        recorded(signIn, "password-reset", () -> signIns.changePassword(signIn, password));
        return Optional.of(signIn);
    }

    /// Sets the password by the recovery code. The code is used up: a new one is returned and shown once.
    String recover(SignInId signIn, String password) {
        recorded(signIn, "password-reset", () -> signIns.changePassword(signIn, password));
        return renewRecoveryCode(signIn);
    }

    /// Sets the password of the person who is signed in.
    void change(SignInId signIn, String password) {
        recorded(signIn, "password-changed", () -> signIns.changePassword(signIn, password));
    }

    /// A new recovery code, shown once.
    String renewRecoveryCode(SignInId signIn) {
        recorded(signIn, "recovery-code", () -> {});
        return signIns.newRecoveryCode(signIn);
    }

    private static SignInId signIn(Link link) {
        return new SignInId(Objects.requireNonNull(link.subject()));
    }

    /// Does the work together with the first company's entry; further companies get theirs right after, because two
    /// companies never share a transaction.
    private void recorded(SignInId signIn, String action, Runnable work) {
        var memberships = signIns.memberships(signIn);
        if (memberships.isEmpty()) {
            work.run();
        }
        for (var membership : memberships) {
            database.transact(membership.organization(), () -> {
                if (membership.equals(memberships.getFirst())) {
                    work.run();
                }
                var author = people.actor(membership.organization(), membership.member())
                        .map(Actor::author)
                        .orElse(Author.SYSTEM);
                trail.append(
                        membership.organization(),
                        author,
                        Subject.of("member", membership.member()),
                        Change.of(action));
                return membership;
            });
        }
    }
}
