package org.hoshimori.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The application under measurement: a process of its own on a free port of 127.0.0.1, with a data folder of its own.
final class Application {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern LINK = Pattern.compile("http://\\S*/setup/\\S+");
    private static final Pattern STAFF_LINK = Pattern.compile("http://\\S*/desk/set-up/\\S+");

    private final String java;
    private final Path folder;
    private final String jar;
    private final Path home;
    private final int port;
    private final Path log;
    private final Map<String, String> settings;
    private Process process;
    private Duration startTime = Duration.ZERO;

    Application(String java, Path folder, String jar, Path home) throws IOException {
        this(java, folder, jar, home, Map.of());
    }

    /// @param settings environment variables beside those of the bench itself
    Application(String java, Path folder, String jar, Path home, Map<String, String> settings) throws IOException {
        this.settings = settings;
        this.java = java;
        this.folder = folder;
        this.jar = jar;
        this.home = home;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        log = home.resolveSibling("application.log");
    }

    private Application(Path home, int port) {
        this.settings = Map.of();
        this.java = "";
        this.folder = home;
        this.jar = "";
        this.home = home;
        this.port = port;
        log = home.resolveSibling("application.log");
    }

    /// One that somebody else started.
    static Application running(String home, String port) {
        return new Application(Path.of(home), Integer.parseInt(port));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Path home() {
        return home;
    }

    Path cache() {
        return home.resolveSibling("hoshimori.aot");
    }

    /// From the start of the process to the first page answered with 200.
    Duration startTime() {
        return startTime;
    }

    /// Starts it and waits for its first page; the set-up link, or nothing once it is set up.
    String start(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-jar", jar));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("HOSHIMORI_HOME", home.toString());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("HOSHIMORI_BIND", "127.0.0.1");
        var begun = System.nanoTime();
        process = builder.start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("It does not start:\n" + Files.readString(log));
            }
            Thread.sleep(5);
        }
        startTime = Duration.ofNanos(System.nanoTime() - begun);
        return link();
    }

    /// Asks it to stop as an operator does, so that an AOT cache is written; after a while it must.
    void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// What the operating system counts as resident for the JVM; the database's processes are not in it.
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /// What the processors worked for the JVM and the database so far: unlike the time that passed, this hardly depends
    /// on what else runs on the machine.
    Duration worked() throws IOException {
        var postmaster = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip();
        var ticks = ticks(String.valueOf(process.pid()), false) + ticks(postmaster, true);
        try (var all = Files.list(Path.of("/proc"))) {
            for (var one : all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .toList()) {
                ticks += postmaster.equals(parent(one)) ? ticks(one, false) : 0;
            }
        }
        // Linux counts in hundredths of a second.
        return Duration.ofMillis(ticks * 10);
    }

    /// @param ended whether its children that ended count too
    private static long ticks(String pid, boolean ended) {
        var fields = stat(pid);
        var last = ended ? 17 : 15;
        var ticks = 0L;
        for (var place = 14; place <= last; place++) {
            ticks += fields.length > last ? Long.parseLong(fields[place - 3]) : 0;
        }
        return ticks;
    }

    private static String parent(String pid) {
        var fields = stat(pid);
        return fields.length > 1 ? fields[1] : "";
    }

    /// Fields of `/proc/PID/stat` from the third on; nothing when the process is gone.
    private static String[] stat(String pid) {
        try {
            var text = Files.readString(Path.of("/proc", pid, "stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    /// What it ever had resident.
    long mostMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /// Time of processors that it used since its start, which says more than the clock on a busy machine.
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The path by which the first head of staff comes in.
    String staffPath() throws IOException {
        var link = STAFF_LINK.matcher(Files.readString(log, StandardCharsets.UTF_8));
        if (!link.find()) {
            throw new IllegalStateException("no link for the first head of staff in " + log);
        }
        return URI.create(link.group()).getPath();
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    URI.create(address() + "/sign-in").toURL().openConnection();
            connection.setConnectTimeout(200);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String link() throws IOException, InterruptedException {
        for (var i = 0; i < 1500; i++) {
            var text = Files.readString(log, StandardCharsets.UTF_8);
            var link = LINK.matcher(text);
            if (link.find()) {
                return link.group();
            }
            if (text.contains("Hoshimori is ready:")) {
                return "";
            }
            Thread.sleep(20);
        }
        return "";
    }
}
