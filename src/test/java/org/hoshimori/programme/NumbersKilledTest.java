package org.hoshimori.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A number that somebody has been told is never given again, whatever happens to the process that gave it.
class NumbersKilledTest {

    private static final int EACH = 300;

    @TempDir
    Path home;

    @Test
    void no_number_is_given_twice_when_the_process_is_killed_in_the_middle() throws Exception {
        var given = new ArrayList<String>();
        given.addAll(givenUntil(ProcessHandle::destroyForcibly));
        given.addAll(givenUntil(ProcessHandle::destroy));
        assertThat(given).hasSizeGreaterThanOrEqualTo(2 * EACH).doesNotHaveDuplicates();
    }

    /// Ends the process while eight clerks ask. After a kill −9 the database is orphaned and taken up by the next one.
    private List<String> givenUntil(Consumer<ProcessHandle> end) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NumberGiver.class.getName());
        builder.environment().put("HOSHIMORI_HOME", home.toString());
        var process = builder.redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
        var given = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NumberGiver.LINE)) {
                    given.add(line.substring(NumberGiver.LINE.length()));
                }
                if (given.size() == EACH) {
                    end.accept(process.toHandle());
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return given;
    }
}
