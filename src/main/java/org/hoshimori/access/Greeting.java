package org.hoshimori.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says at the end of a start where Hoshimori is, and on an empty installation how to set it up.
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final SignIns signIns;
    private final Links links;

    Greeting(SignIns signIns, Links links) {
        this.signIns = signIns;
        this.links = links;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        var address = address(
                ready.getApplicationContext().getEnvironment(),
                context.getWebServer().getPort());
        if (signIns.none()) {
            LOG.info(
                    "Hoshimori is ready. Set it up once with this link (valid for one day, a new one comes with each start):\n\n    {}/setup/{}\n",
                    address,
                    links.issueSetup());
        } else {
            LOG.info("Hoshimori is ready:\n\n    {}\n", address);
        }
    }

    private static String address(Environment environment, int port) {
        var configured = environment.getProperty("hoshimori.public-url", "");
        return configured.isBlank() ? "http://127.0.0.1:" + port : configured.replaceAll("/$", "");
    }
}
