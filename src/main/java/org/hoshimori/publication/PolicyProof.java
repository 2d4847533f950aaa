package org.hoshimori.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/// That everybody can read the company's basic policy.
///
/// @param url address of the page
/// @param since day since which it is known to be there
public record PolicyProof(String url, LocalDate since) {

    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|0\\.0\\.0\\.0|(.*\\.)?localhost\\.?|\\[.*:.*]");

    /// Whether others can come to this place at all: not to this very computer, nor to a name without a dot, which
    /// only a network of its own knows.
    boolean open() {
        try {
            var host = new URI(url).getHost();
            return host != null
                    && host.replaceAll("\\.$", "").contains(".")
                    && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
