package org.hoshimori.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that Hoshimori brings along: a server for this machine only, with everything in `home/postgres`.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String SUPERUSER = "postgres";

    /// A start after a power failure repeats at most 1 GB of the write-ahead log; slow disks need minutes for that.
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ClusterFiles files;
    private final PostgresBinaries binaries;
    private final Thread hook = new Thread(this::close, "embedded-postgres-stop");
    private final Thread sweeper =
            Thread.ofVirtual().name("embedded-postgres-logs").unstarted(this::sweepLogs);
    private String password = "";
    private int port;
    private boolean closed;

    private EmbeddedPostgres(ClusterFiles files, PostgresBinaries binaries) {
        this.files = files;
        this.binaries = binaries;
    }

    /// Starts the server of a data folder; the first start creates it (some seconds), later ones take about 0.2 s.
    ///
    /// @param home the data folder, absolute or relative to the working directory
    /// @throws IllegalStateException in a sentence for the operator: the folder is in use, belongs to another major
    ///     version, or the server did not start (with the last lines of its log)
    public static EmbeddedPostgres start(Path home) {
        long begin = System.nanoTime();
        try {
            ClusterFiles files = ClusterFiles.hold(home);
            try {
                EmbeddedPostgres postgres = new EmbeddedPostgres(files, PostgresBinaries.unpacked(files));
                postgres.open();
                LOG.info("PostgreSQL runs on port {}, started in {} ms", postgres.port, millisSince(begin));
                return postgres;
            } catch (IOException | InterruptedException | RuntimeException failure) {
                files.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The database in the data folder " + home + " could not be started: " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start of the database was interrupted", interrupted);
        }
    }

    private void open() throws IOException, InterruptedException {
        boolean first = !Files.exists(files.cluster);
        if (!first) {
            refuseOtherVersion();
            password = files.password();
            stopOrphan();
        }
        binaries.deleteLeftovers();
        if (first) {
            initialise();
        }
        try {
            launch();
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (InterruptedException | IOException | RuntimeException failure) {
            stop();
            throw failure;
        }
        sweeper.start();
    }

    private void refuseOtherVersion() throws IOException {
        Path version = files.cluster.resolve("PG_VERSION");
        String found = Files.exists(version) ? Files.readString(version).strip() : "unknown";
        if (!found.equals(binaries.majorVersion())) {
            throw new IllegalStateException("The data in " + files.cluster + " belongs to PostgreSQL " + found
                    + ", but this Hoshimori brings PostgreSQL " + binaries.majorVersion()
                    + ". Make a backup with the release that wrote the data and restore it with this one.");
        }
    }

    /// A killed Java leaves its server running. It is stopped rather than adopted: it may be another release with
    /// other settings, and transactions of the dead application may still hold locks in it.
    private void stopOrphan() throws IOException {
        files.runningServer().ifPresent(orphan -> {
            LOG.warn(
                    "An earlier Hoshimori ended without stopping PostgreSQL (process {}); it is stopped now",
                    orphan.process());
            stop();
        });
        if (files.runningServer().isEmpty()) {
            files.forgetServer();
        }
    }

    private void initialise() throws IOException, InterruptedException {
        password = files.newPassword();
        Path unfinished = files.newCluster();
        Process initdb = binaries.initdb(unfinished, SUPERUSER);
        try {
            if (!initdb.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                throw failed("The database could not be created in " + files.folder);
            }
        } finally {
            initdb.destroyForcibly();
        }
        ClusterFiles.finish(unfinished, files.cluster);
    }

    private void launch() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!launched()) {
            // The killed server of before may hold its memory for seconds, and another program may take the free port.
            boolean passing = binaries.lastLines().stream()
                    .anyMatch(line -> line.contains("shared memory block")
                            || line.contains("lock file")
                            || line.contains("could not bind"));
            if (!passing || millisSince(begin) > LONGEST_RETRY.toMillis()) {
                throw failed("PostgreSQL did not start in " + files.cluster);
            }
            Thread.sleep(200);
        }
    }

    private boolean launched() throws IOException, InterruptedException {
        Files.deleteIfExists(files.startLog);
        port = freePort();
        // pg_ctl notices a failure at once but success only ten times a second, so we look ourselves meanwhile.
        Process starter = binaries.startServer(port, LONGEST_START);
        while (starter.isAlive()) {
            if (ready()) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return starter.exitValue() == 0;
    }

    private boolean ready() {
        return files.runningServer()
                .filter(server -> server.port() == port && server.state().equals("ready"))
                .isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private IllegalStateException failed(String sentence) {
        return new IllegalStateException(
                sentence + ". The last lines of its log:\n" + String.join("\n", binaries.lastLines()));
    }

    /// Ends the server that runs on our data, more roughly at each step; what counts is that it is gone.
    private void stop() {
        for (String mode : List.of("fast", "immediate")) {
            if (files.runningServer().isEmpty()) {
                return;
            }
            try {
                binaries.askServerToStop(mode);
            } catch (IOException failure) {
                LOG.warn("PostgreSQL could not be asked to stop", failure);
            }
            await(LONGEST_STOP, () -> files.runningServer().isEmpty());
        }
        files.runningServer()
                .flatMap(server -> ProcessHandle.of(server.process()))
                .ifPresent(ProcessHandle::destroyForcibly);
        if (!await(LONGEST_RETRY, () -> files.runningServer().isEmpty())) {
            LOG.error("PostgreSQL in {} does not stop", files.cluster);
        }
    }

    /// Waits also when the thread is interrupted: a server that is left half stopped costs more than these seconds.
    private static boolean await(Duration longest, BooleanSupplier condition) {
        long begin = System.nanoTime();
        boolean interrupted = false;
        boolean met = condition.getAsBoolean();
        while (!met && millisSince(begin) < longest.toMillis()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                interrupted = true;
            }
            met = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return met;
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private void sweepLogs() {
        try {
            while (true) {
                files.deleteOldLogs();
                Thread.sleep(Duration.ofMinutes(1));
            }
        } catch (IOException failure) {
            LOG.warn("Old logs of PostgreSQL could not be deleted", failure);
        } catch (InterruptedException _) {
            // The end of the server is the end of its log.
        }
    }

    /// The port of the server on 127.0.0.1; another one at each start.
    public int port() {
        return port;
    }

    /// The role that may do everything in this server.
    public String superuser() {
        return SUPERUSER;
    }

    /// The password of [#superuser], made by chance at the first start. It must not appear in a log or on a page.
    public String superuserPassword() {
        return password;
    }

    /// The JDBC address of a database of this server, without user and password.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /// Removes the shutdown hook, for an owner that closes the server in a hook of its own.
    ///
    /// The hooks of a Java process run side by side: ours would take the database away while the last requests are
    /// still being answered.
    public EmbeddedPostgres leaveClosingToOwner() {
        Runtime.getRuntime().removeShutdownHook(hook);
        return this;
    }

    /// Stops the server, which ends its connections and keeps all committed work, and gives the data folder free.
    /// A second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sweeper.interrupt();
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            LOG.debug("Java is ending already");
        }
        try {
            files.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
