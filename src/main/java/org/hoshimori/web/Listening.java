package org.hoshimori.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the server listens and how people get there. The rule: what leaves this machine is encrypted, by our own
/// certificate or by a reverse proxy that is named.
///
/// @param bind address to listen on
/// @param publicUrl the address that people type, with https
/// @param certificate PEM file with the certificate chain
/// @param certificateKey PEM file with its private key
/// @param trustedProxy addresses of reverse proxies, with commas; only their forwarded headers are believed
@ConfigurationProperties("hoshimori")
record Listening(
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String certificate,
        @DefaultValue("") String certificateKey,
        @DefaultValue("") String trustedProxy) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /// The sentence with which a start is refused, or empty when all is well.
    Optional<String> refusal() {
        if (!certificate.isBlank() || !certificateKey.isBlank()) {
            for (var file : List.of(certificate, certificateKey)) {
                if (file.isBlank() || !Files.isReadable(Path.of(file))) {
                    return Optional.of("HOSHIMORI_CERTIFICATE and HOSHIMORI_CERTIFICATE_KEY must both name a PEM file"
                            + " that can be read. This one cannot: '" + file + "'.");
                }
            }
        }
        if (!proxies().stream().allMatch(proxy -> ADDRESS.matcher(proxy).matches())) {
            return Optional.of("HOSHIMORI_TRUSTED_PROXY must be the network address of the proxy, for example"
                    + " 192.168.1.5. It is '" + trustedProxy + "'.");
        }
        if (!publicUrl.isBlank() && !isAddressOfPages(publicUrl.strip())) {
            return Optional.of("HOSHIMORI_PUBLIC_URL must look like https://hoshimori.example.jp (no path). It is '"
                    + publicUrl + "'.");
        }
        return onlyHere() ? Optional.empty() : openToOthers();
    }

    private Optional<String> openToOthers() {
        if (publicUrl.isBlank()) {
            return Optional.of("HOSHIMORI_BIND=" + bind + " opens Hoshimori to other machines. Say with"
                    + " HOSHIMORI_PUBLIC_URL under which https address people reach it, or leave HOSHIMORI_BIND out.");
        }
        if (!publicUrl.strip().startsWith("https://")
                || (certificate.isBlank() && proxies().isEmpty())) {
            return Optional.of("HOSHIMORI_BIND=" + bind + " opens Hoshimori to other machines, so the way there must be"
                    + " encrypted: give an https address in HOSHIMORI_PUBLIC_URL, and either HOSHIMORI_CERTIFICATE with"
                    + " HOSHIMORI_CERTIFICATE_KEY, or HOSHIMORI_TRUSTED_PROXY.");
        }
        return Optional.empty();
    }

    List<String> proxies() {
        return Pattern.compile(",")
                .splitAsStream(trustedProxy)
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    private boolean onlyHere() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isAddressOfPages(String url) {
        try {
            var uri = URI.create(url.replaceAll("/+$", ""));
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && (uri.getPath() == null || uri.getPath().isEmpty())
                    && uri.getQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
