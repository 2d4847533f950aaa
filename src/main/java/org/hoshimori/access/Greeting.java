package org.hoshimori.access;

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

    Greeting(SignIns signIns, Links links, Reach reach) {
        this.signIns = signIns;
        this.links = links;
        this.reach = reach;
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
                .map(signIn ->
                        "Start Hoshimori, then set a new password with this link (valid for one day, once):\n\n    "
                                + reach.url("/reset/" + links.issueReset(signIn, null)) + "\n")
                .orElse("Nobody signs in with the address " + email + ". Nothing was changed.");
    }
}
