package org.hoshimori.journey;

import com.microsoft.playwright.CLI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds a Chromium, installs one where it is missing, or says what to install. Never skips.
final class Chromium {

    /// As root and in a closed network Chromium starts only with these.
    static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    static Path executable() {
        return find().or(Chromium::install)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The journeys need a Chromium and Japanese fonts, and they could not be installed here. Install them"
                                        + " (Debian: apt-get install chromium fonts-noto-cjk) or name the browser in CHROMIUM."));
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var onPath = Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> folders().map(folder -> folder.resolve(name)));
        return Stream.concat(named.stream(), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Chromium::playwrights);
    }

    private static Stream<Path> folders() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> playwrights() {
        var cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (var files = Files.walk(cache, 4)) {
            return files.filter(file -> file.endsWith("chrome") || file.endsWith("headless_shell"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> install() {
        if (root() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(List.of("apt-get", "update", "-qq"));
            run(List.of("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"));
        } else {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    CLI.class.getName()));
            command.addAll(List.of("install", "chromium"));
            run(command);
        }
        return find();
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// Runs an installer; what it could not do shows in the search afterwards.
    static void run(List<String> command) {
        try {
            var installer =
                    new ProcessBuilder(command).redirectErrorStream(true).inheritIO();
            installer.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = installer.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("could not start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
