package org.hoshimori.entrance;

import java.time.Duration;
import org.hoshimori.access.Founders;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.Signup;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who may start a company here, and by which link.
@Component
class Starts {

    private static final Duration VALIDITY = Duration.ofDays(14);

    private final Database database;
    private final Links links;
    private final Founders founders;
    private final Trail trail;
    private final Letters letters;
    private final Signup signup;

    Starts(
            Database database,
            Links links,
            Founders founders,
            Trail trail,
            Letters letters,
            @Value("${hoshimori.signup:closed}") Signup signup) {
        this.database = database;
        this.links = links;
        this.founders = founders;
        this.trail = trail;
        this.letters = letters;
        this.signup = signup;
    }

    boolean invites() {
        return signup != Signup.CLOSED;
    }

    /// Errors: [NotFound] where not everybody may start a company.
    void mustBeOpen() {
        if (signup != Signup.OPEN) {
            throw new NotFound("start");
        }
    }

    /// The link of the first start is always good; an owner's invitation only while sign-up is not closed. Errors:
    /// [NotFound].
    void mustBeGood(String token) {
        var good = links.open(token, Link.Purpose.SETUP).filter(link -> link.organization() == null || invites());
        if (good.isEmpty()) {
            throw new NotFound("setup");
        }
    }

    /// A link by which somebody starts another company on this installation. Errors: [NotFound] where sign-up is
    /// closed, and for the sample company, which anybody may look at.
    LinkOutcome invite(Actor actor) {
        if (!invites() || letters.company(actor.organization()).sample()) {
            throw new NotFound("invitation of a company");
        }
        return database.transact(actor.organization(), () -> {
            var subject = Subject.of("member", actor.member());
            trail.append(actor.organization(), actor.author(), subject, Change.of("company-invited"));
            var token = links.issue(
                    Link.Purpose.SETUP, actor.organization(), actor.member().value(), actor.member(), VALIDITY);
            return new LinkOutcome.Issued(letters.startUrl(token), false);
        });
    }

    /// Uses the link up. Errors: [NotFound] when somebody else was faster.
    void use(String token) {
        if (!links.use(token, Link.Purpose.SETUP)) {
            throw new NotFound("setup");
        }
    }

    Founders.Founded found(FoundingForm form) {
        return founders.found(
                form.founding(), form.signIn().address(), form.signIn().secret());
    }

    Actor foundAnother(FoundingForm form, SignInId signIn) {
        return founders.foundAnother(form.founding(), signIn);
    }
}
