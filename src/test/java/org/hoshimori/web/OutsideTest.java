package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody looks around inside with it, and nobody holds it up.
class OutsideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void a_server_that_counts_who_asks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, 200));
        server.createContext("/missing", exchange -> answer(exchange, 404));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address("/secret"));
            answer(exchange, 302);
        });
        server.createContext("/slow", exchange -> {
            sleep();
            answer(exchange, 200);
        });
        server.createContext("/endless", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write("と".repeat(10_000).getBytes(StandardCharsets.UTF_8));
                }
            }
        });
        server.start();
    }

    @AfterEach
    void the_server_stops() {
        server.stop(0);
    }

    @Test
    void an_address_that_answers_is_told_from_one_that_does_not() {
        var outside = here();
        assertThat(outside.answers(address("/policy"))).isTrue();
        assertThat(outside.answers(address("/missing"))).isFalse();
        assertThat(outside.answers("http://127.0.0.1:" + closed() + "/")).isFalse();
        assertThat(outside.answers("http://no-such-host.invalid/")).isFalse();
        assertThat(outside.answers("not an address")).isFalse();
        assertThat(outside.answers("http:///nowhere")).isFalse();
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThat(here().answers(address("/moved"))).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void who_does_not_answer_in_time_or_without_an_end_holds_nobody_up() {
        var begun = System.nanoTime();
        assertThat(here().answers(address("/slow"))).isFalse();
        assertThat(here().answers(address("/endless"))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void the_machine_itself_is_never_asked() {
        var outside = new Outside();
        for (var address : new String[] {
            address("/policy"),
            address("/policy").replace("127.0.0.1", "localhost"),
            address("/policy").replace("127.0.0.1", "[::1]"),
            address("/policy").replace("127.0.0.1", "0x7f.1"),
            address("/policy").replace("127.0.0.1", "2130706433"),
            "http://169.254.169.254/latest/meta-data",
            "http://[::ffff:127.0.0.1]/",
            "file:///etc/passwd",
            "ftp://example.com/",
            "http://example.com:5432/"
        }) {
            assertThat(outside.answers(address)).as(address).isFalse();
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.3",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.9.9",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1"
            })
    void a_private_address_is_inside(String address) throws IOException {
        assertThat(Outside.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
    void a_public_address_is_not(String address) throws IOException {
        assertThat(Outside.inside(InetAddress.getByName(address))).isFalse();
    }

    /// One that may ask this machine, at any port.
    private static Outside here() {
        return new Outside(InetAddress::isLoopbackAddress, uri -> Objects.equals(uri.getScheme(), "http"), PATIENCE);
    }

    private String address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path)
                .toString();
    }

    private static int closed() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        asked.incrementAndGet();
        try (InputStream all = exchange.getRequestBody()) {
            all.readAllBytes();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
