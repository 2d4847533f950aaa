package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server looks at outside: public addresses only, and never for long.
class OutsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "fc00::1",
                "fe80::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "::7f00:1"
            })
    void what_is_not_public_is_inside(String address) throws Exception {
        assertThat(Checks.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.20.1.1", "100.128.0.1", "198.20.0.1", "192.0.66.1", "2606:4700::1111"})
    void what_is_public_is_not_inside(String address) throws Exception {
        assertThat(Checks.inside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    @Timeout(20)
    void a_page_without_an_end_is_not_read_to_its_end() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var endless =
                    Thread.ofVirtual().start(() -> drip(server, "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"));
            assertThat(Checks.status(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/")))
                    .isEqualTo(200);
            endless.interrupt();
        }
    }

    @Test
    @Timeout(20)
    void a_server_that_says_nothing_is_left() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var silent = Thread.ofVirtual().start(() -> drip(server, ""));
            assertThatThrownBy(() -> Checks.status(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/")))
                    .isInstanceOf(IOException.class);
            silent.interrupt();
        }
    }

    /// A letter now and then, for ever.
    private static void drip(ServerSocket server, String head) {
        try (var caller = server.accept()) {
            caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                caller.getOutputStream().write(head.isEmpty() ? ' ' : 'x');
                caller.getOutputStream().flush();
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (IOException | InterruptedException e) {
            // The caller hung up.
        }
    }
}
