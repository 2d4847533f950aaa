package org.hoshimori.access;

import org.hoshimori.database.Database;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says at the end of a start where Hoshimori is, and on an empty installation how to set it up. Started with
/// `--reset-password=<address>` it prints a link by which that person sets a new password, and the application ends.
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final SignIns signIns;
    private final Links links;
    private final Reach reach;
    private final Database database;
    private final Trail trail;

    Greeting(SignIns signIns, Links links, Reach reach, Database database, Trail trail) {
        this.signIns = signIns;
        this.links = links;
        this.reach = reach;
        this.database = database;
        this.trail = trail;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        var reset = ready.getApplicationContext().getEnvironment().getProperty("reset-password", "");
        if (!reset.isBlank()) {
            LOG.info(resetLink(reset.strip()));
            return;
        }
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        var address = reach.at(context.getWebServer().getPort());
        if (signIns.none()) {
            LOG.info(
                    "Hoshimori is ready. Set it up once with this link (valid for one day, a new one comes with each start):\n\n    {}/setup/{}\n",
                    address,
                    links.issueSetup());
        } else {
            LOG.info("Hoshimori is ready:\n\n    {}\n", address);
        }
    }

    /// What the command on the server prints. Whoever may run it holds the data anyway, so it may say that an address
    /// is unknown.
    String resetLink(String email) {
        return signIns.find(email)
                .map(signIn -> {
                    remember(signIn);
                    return "Start Hoshimori, then set a new password with this link (valid for one day, once):\n\n    "
                            + reach.url("/reset/" + links.issueReset(signIn, null)) + "\n";
                })
                .orElse("Nobody signs in with the address " + email + ". Nothing was changed.");
    }

    /// Each company of the sign-in sees that the server made a link.
    private void remember(SignInId signIn) {
        for (var membership : signIns.memberships(signIn)) {
            database.transact(membership.organization(), () -> {
                var subject = Subject.of("member", membership.member());
                trail.append(membership.organization(), Author.SYSTEM, subject, Change.of("reset-link"));
                return membership;
            });
        }
    }
}
