package org.hoshimori.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged jar in a process of its own.
final class JarProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Hoshimori is ready");
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/setup/[\\w-]+)");
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;

    private JarProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static JarProcess start(Path home, int port) throws IOException {
        return start(home, port, Map.of());
    }

    /// @param settings environment variables beside the folder and the port
    static JarProcess start(Path home, int port, Map<String, String> settings) throws IOException {
        var log = Files.createTempFile("hoshimori", ".log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar().toString());
        builder.environment().put("HOSHIMORI_HOME", home.toString());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new JarProcess(builder.start(), log);
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("hoshimori-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package the jar first: ./mvnw package"));
        }
    }

    String setUpPath() throws Exception {
        return await(LINK).group(1);
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    void awaitReady() throws Exception {
        await(READY);
    }

    private Matcher await(Pattern pattern) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var found = pattern.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the jar did not say " + pattern + ":\n" + Files.readString(log));
    }

    /// kill −9: no shutdown hook runs, the database is orphaned.
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        Files.deleteIfExists(log);
    }
}
