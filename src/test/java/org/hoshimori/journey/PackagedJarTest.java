package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged jar on an empty data folder: it prints a set-up link, and a kill −9 loses no acknowledged answer.
class PackagedJarTest {

    private static final List<String> QUESTIONS =
            List.of("os-up-to-date", "antivirus", "strong-passwords", "access-limits", "threat-awareness", "backup");

    @TempDir
    Path home;

    @Test
    void every_acknowledged_answer_survives_a_kill() throws Exception {
        var port = freePort();
        String round;
        try (var jar = JarProcess.start(home, port)) {
            var visitor = new HttpVisitor("http://127.0.0.1:" + port);
            visitor.setUp(jar.setUpPath(), "minato@example.jp", "うみとやまとそらのあおさ");
            round = visitor.beginRound("2026年秋");
            for (var question : QUESTIONS) {
                assertThat(visitor.answer(round, question, "partly")).isEqualTo(200);
            }
            jar.kill();
        }
        try (var jar = JarProcess.start(home, port)) {
            jar.awaitReady();
            var visitor = new HttpVisitor("http://127.0.0.1:" + port);
            visitor.signIn("minato@example.jp", "うみとやまとそらのあおさ");
            var page = visitor.read("/assessments/" + round);
            assertThat(page.select("fieldset.question:has(input[value=partly][checked])")
                            .eachAttr("id"))
                    .containsExactlyInAnyOrderElementsOf(QUESTIONS);
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
