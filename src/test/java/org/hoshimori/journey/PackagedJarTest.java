package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged jar on an empty data folder: it prints a set-up link, a kill −9 loses no acknowledged
/// answer, and with a certificate it listens to the network. It starts as wired by Spring and as wired at build time.
class PackagedJarTest {

    private static final List<String> QUESTIONS =
            List.of("os-up-to-date", "antivirus", "strong-passwords", "access-limits", "threat-awareness", "backup");

    private static final String WIRED_AHEAD = "-Dspring.aot.enabled=true";

    private static final char[] SECRET = "only-for-this-test".toCharArray();

    @TempDir
    Path home;

    @Test
    void every_acknowledged_answer_survives_a_kill() throws Exception {
        var port = freePort();
        String round;
        try (var jar = JarProcess.start(home, port)) {
            var visitor = new HttpVisitor("http://127.0.0.1:" + port);
            visitor.setUp(jar.setUpPath(), "minato@example.jp", "うみとやまとそらのあおさ");
            var tooLong = visitor.send("/assessments", Map.of("name", "長".repeat(3_000_000)));
            assertThat(tooLong.select("h1").text()).contains("長すぎて");
            round = visitor.beginRound("2026年秋");
            for (var question : QUESTIONS) {
                assertThat(visitor.answer(round, question, "partly")).isEqualTo(200);
            }
            jar.kill();
        }
        try (var jar = JarProcess.start(home, port, Map.of("JDK_JAVA_OPTIONS", WIRED_AHEAD))) {
            jar.awaitReady();
            assertThat(jar.said()).contains("AOT-processed Hoshimori");
            var visitor = new HttpVisitor("http://127.0.0.1:" + port);
            visitor.signIn("minato@example.jp", "うみとやまとそらのあおさ");
            var page = visitor.read("/assessments/" + round);
            assertThat(page.select("fieldset.question:has(input[value=partly][checked])")
                            .eachAttr("id"))
                    .containsExactlyInAnyOrderElementsOf(QUESTIONS);
        }
    }

    @Test
    void with_a_certificate_it_listens_to_the_network_and_speaks_only_tls() throws Exception {
        var port = freePort();
        var store = certificate();
        var settings = Map.of(
                "JDK_JAVA_OPTIONS",
                WIRED_AHEAD,
                "HOSHIMORI_BIND",
                "0.0.0.0",
                "HOSHIMORI_PUBLIC_URL",
                "https://127.0.0.1:" + port,
                "HOSHIMORI_CERTIFICATE",
                pem(
                        "certificate.pem",
                        "CERTIFICATE",
                        store.getCertificate("hoshimori").getEncoded()),
                "HOSHIMORI_CERTIFICATE_KEY",
                pem("key.pem", "PRIVATE KEY", store.getKey("hoshimori", SECRET).getEncoded()));
        try (var jar = JarProcess.start(home, port, settings);
                var browser =
                        HttpClient.newBuilder().sslContext(trusting(store)).build();
                var plain = HttpClient.newHttpClient()) {
            jar.awaitReady();
            var page = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/sign-in"))
                    .build();
            var answer = browser.send(page, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(one -> one.contains("Secure"));
            var unsafe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                    .build();
            assertThat(plain.send(unsafe, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
    }

    private KeyStore certificate() throws Exception {
        var file = home.resolve("certificate.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "hoshimori",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), SECRET);
    }

    private String pem(String name, String kind, byte[] content) throws Exception {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        var text = "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
        return Files.writeString(home.resolve(name), text).toString();
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("hoshimori", store.getCertificate("hoshimori"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
