package org.hoshimori.entrance;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Letting a person of the company sign in: a link for one person, once, for two weeks.
@Component
class Invitations {

    private static final Duration VALIDITY = Duration.ofDays(14);

    private final Database database;
    private final Links links;
    private final SignIns signIns;
    private final People people;
    private final Trail trail;
    private final Letters letters;

    Invitations(Database database, Links links, SignIns signIns, People people, Trail trail, Letters letters) {
        this.database = database;
        this.links = links;
        this.signIns = signIns;
        this.people = people;
        this.trail = trail;
        this.letters = letters;
    }

    /// An open invitation as its page shows it.
    record Invited(OrganizationId organization, String company, Member member) {}

    /// Nobody gives more than they have: whoever holds the link could use it.
    static boolean mayLetIn(Actor actor, Member member) {
        return member.roles().stream()
                .allMatch(role -> actor.roles().stream().anyMatch(own -> own.standsAtLeastAsHighAs(role)));
    }

    /// Makes a link for a member without a sign-in; an earlier one ends. Errors: [org.hoshimori.web.NotFound] for
    /// somebody who is not in this company.
    LinkOutcome invite(Actor actor, MemberId id, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var member = people.member(organization, id);
            if (!mayLetIn(actor, member)) {
                return new LinkOutcome.Refused("entrance.problem.rank");
            }
            if (signIns.of(organization, id).isPresent()) {
                return new LinkOutcome.Refused("entrance.problem.in-already");
            }
            links.revoke(Link.Purpose.INVITATION, organization, id.value());
            var token = links.issue(Link.Purpose.INVITATION, organization, id.value(), actor.member(), VALIDITY);
            trail.append(organization, actor.author(), Subject.of("member", id), Change.to("invited", member.name()));
            return letters.invite(actor, member, token, locale);
        });
    }

    /// The invitation behind a token. Also empty when the person left, signs in already, or the inviter may no longer
    /// let them in.
    Optional<Invited> open(String token) {
        return links.open(token, Link.Purpose.INVITATION).flatMap(link -> {
            var organization = Objects.requireNonNull(link.organization());
            return database.transact(organization, () -> invited(organization, link));
        });
    }

    private Optional<Invited> invited(OrganizationId organization, Link link) {
        var inviter = Optional.ofNullable(link.by()).flatMap(by -> people.actor(organization, by));
        return people.find(organization, new MemberId(Objects.requireNonNull(link.subject())))
                .filter(member ->
                        inviter.filter(actor -> mayLetIn(actor, member)).isPresent())
                .filter(member -> signIns.of(organization, member.id()).isEmpty())
                .map(member ->
                        new Invited(organization, letters.company(organization).name(), member));
    }

    /// Accepts with a sign-in that exists. One sign-in stands for one person of a company.
    InvitationOutcome accept(String token, SignInId signIn) {
        var already = open(token).filter(invited -> isIn(signIn, invited.organization()));
        if (already.isPresent()) {
            return new InvitationOutcome.Refused("entrance.problem.same-company");
        }
        return accept(token, member -> {
            signIns.join(signIn, member);
            return signIn;
        });
    }

    /// Accepts with an address and a password. An address that has a sign-in is let in with its own password only, so
    /// that the answer for a wrong one does not depend on the invitation.
    InvitationOutcome accept(String token, String email, String password) {
        var known = signIns.check(email, password);
        if (known.isPresent()) {
            return accept(token, known.get());
        }
        if (signIns.exists(email)) {
            return new InvitationOutcome.Refused("entrance.problem.other-way");
        }
        return accept(token, member -> signIns.create(email, password, member));
    }

    private InvitationOutcome accept(String token, Function<Actor, SignInId> way) {
        var invited = open(token);
        if (invited.isEmpty()) {
            return new InvitationOutcome.Gone();
        }
        var organization = invited.get().organization();
        return database.transact(organization, () -> {
            var member = people.actor(organization, invited.get().member().id()).orElseThrow();
            if (!links.use(token, Link.Purpose.INVITATION)) {
                return new InvitationOutcome.Gone();
            }
            var signIn = way.apply(member);
            trail.append(organization, member.author(), Subject.of("member", member.member()), Change.of("joined"));
            return new InvitationOutcome.Accepted(signIn, organization);
        });
    }

    private boolean isIn(SignInId signIn, OrganizationId organization) {
        return signIns.memberships(signIn).stream()
                .anyMatch(membership -> membership.organization().equals(organization));
    }
}
