package org.hoshimori.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A throw-away cluster of Debian's PostgreSQL 15, installed where it is missing.
record DebianPostgres(Path folder, int port) implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    static DebianPostgres start() throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAMS.resolve("initdb")) && Chromium.root()) {
            Chromium.run(List.of("apt-get", "update", "-qq"));
            Chromium.run(List.of("apt-get", "install", "-y", "-qq", "postgresql-15"));
        }
        if (!Files.isExecutable(PROGRAMS.resolve("initdb"))) {
            throw new IllegalStateException(
                    "The check on PostgreSQL 15 needs Debian's package: apt-get install postgresql-15");
        }
        var folder = Files.createTempDirectory("hoshimori-postgres-15");
        if (Chromium.root()) {
            must(List.of("chown", "nobody", folder.toString()));
        }
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var server = new DebianPostgres(folder, port);
        server.program(
                "initdb", "-D", folder.resolve("cluster").toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
        server.program(
                "pg_ctl",
                "-D",
                folder.resolve("cluster").toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k '' -c listen_addresses=127.0.0.1",
                "-w",
                "start");
        return server;
    }

    String adminUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=trusted";
    }

    String version() throws Exception {
        try (var connection = DriverManager.getConnection(adminUrl())) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws Exception {
        program("pg_ctl", "-D", folder.resolve("cluster").toString(), "-m", "immediate", "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// PostgreSQL refuses to run as root.
    private void program(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (Chromium.root()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(PROGRAMS.resolve(name).toString());
        command.addAll(List.of(arguments));
        must(command);
    }

    private static void must(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("hoshimori", ".log");
        var process = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(output));
        }
        Files.delete(output);
    }
}
