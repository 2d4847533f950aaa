package org.hoshimori.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Asks once whether a web address of the public network answers, within five seconds (独自の目安). Nobody may look around
/// inside the operator's network with it: an address one of whose hosts is not public is not asked at all, redirects
/// are not followed, only the usual ports are tried, and of the answer nothing but its status is read.
@Component
public class Outside {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);

    private final Predicate<InetAddress> allowed;
    private final Predicate<URI> usual;
    private final Duration patience;

    public Outside() {
        this(
                address -> !inside(address),
                uri -> SCHEMES.contains(String.valueOf(uri.getScheme())) && PORTS.contains(uri.getPort()),
                PATIENCE);
    }

    Outside(Predicate<InetAddress> allowed, Predicate<URI> usual, Duration patience) {
        this.allowed = allowed;
        this.usual = usual;
        this.patience = patience;
    }

    /// Whether it answered with less than 400. Takes seconds when nobody is there: ask outside of a transaction.
    public boolean answers(String url) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            // The JVM remembers what it looked up for half a minute: the same addresses are asked below.
            return host != null
                    && usual.test(uri)
                    && Arrays.stream(InetAddress.getAllByName(host)).allMatch(allowed)
                    && status(uri) < 400;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int status(URI uri) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var request = HttpRequest.newBuilder(uri).timeout(patience).GET().build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Closed unread: a body without an end would hold the thread for ever.
            answer.body().close();
            client.shutdownNow();
            return answer.statusCode();
        }
    }

    /// Whether an address belongs to this machine or a network that is not public.
    static boolean inside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address.getAddress().length == 4 ? reserved(address.getAddress()) : wrapped(address.getAddress()));
    }

    /// This network, carriers' own (100.64/10), protocol assignments, benchmarks, documentation, and all from 240 on.
    private static boolean reserved(byte[] address) {
        var first = address[0] & 0xff;
        var second = address[1] & 0xff;
        var third = address[2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113)
                || first >= 240;
    }

    /// Only 2000::/3 is public, and of that neither Teredo, documentation nor 6to4, which wraps an address of IPv4.
    private static boolean wrapped(byte[] address) {
        var first = (address[0] & 0xff) << 8 | (address[1] & 0xff);
        var second = (address[2] & 0xff) << 8 | (address[3] & 0xff);
        return (first & 0xe000) != 0x2000 || first == 0x2002 || (first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
