package org.hoshimori.database;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL (`initdb`, `pg_ctl`, `postgres`): unpacked once per release, run without root's powers.
///
/// The package holds no `pg_dump`; a backup is made by the application itself.
final class PostgresBinaries {

    static final boolean WINDOWS = File.separatorChar == '\\';

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private static final int SHOWN_LINES = 15;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    /// A user namespace of its own: inside, everyone is `nobody`; outside, all files keep their owner.
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

    private static final String PREFIX = "programs-";
    private static final String UNFINISHED = ".unfinished";

    /// Given at each start, so that a new release of Hoshimori may change them. Shared buffers take memory only as far
    /// as there is data for them. The log must not hold what people typed: neither statements nor values in errors.
    private static final String SETTINGS = String.join(
            " -c ",
            "-c listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=50",
            "shared_buffers=256MB",
            "fsync=on",
            "logging_collector=on",
            "log_directory=../log",
            "log_rotation_size=5MB",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    private final Path folder;
    private final ClusterFiles files;
    private List<String> withoutRoot = List.of();

    private PostgresBinaries(Path folder, ClusterFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /// Unpacks the programs of this build, unless a start before has done so, and finds out how to run them.
    static PostgresBinaries unpacked(ClusterFiles files) throws IOException, InterruptedException {
        URL archive = archive();
        Path folder = files.folder.resolve(PREFIX + fingerprint(archive));
        if (!Files.exists(folder)) {
            // The last name appears when every file is on the disk, so an interrupted unpacking is simply repeated.
            Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
            ClusterFiles.deleteTree(unfinished);
            try (InputStream stream = archive.openStream()) {
                unpack(stream, unfinished);
            }
            ClusterFiles.finish(unfinished, folder);
        }
        PostgresBinaries binaries = new PostgresBinaries(folder, files);
        if (files.madeByRoot()) {
            binaries.leaveRoot();
        } else if (files.madeByNameless() && !binaries.runs(NAMESPACE)) {
            binaries.withoutRoot = List.of();
        }
        return binaries;
    }

    private static URL archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String os = WINDOWS ? "windows" : system.startsWith("mac") ? "darwin" : system;
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String arch =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> machine;
                };
        String name = "postgres-" + os + "-" + arch + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new IllegalStateException("This build of Hoshimori brings no PostgreSQL for this machine (" + name
                    + " is missing). Use a build for " + os + " " + machine
                    + ", or set HOSHIMORI_DATABASE_URL to a PostgreSQL of your own.");
        }
        return archive;
    }

    /// The check sum that the jar already holds: hashing 15 to 70 MB would cost half of every later start.
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        String length = Long.toHexString(connection.getContentLengthLong());
        return connection instanceof JarURLConnection jar
                ? length + "-" + Long.toHexString(jar.getJarEntry().getCrc())
                : length;
    }

    static void unpack(InputStream archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(folder, folder.resolve(entry.getName()));
                createFolders(folder, entry.isDirectory() ? target : target.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    inside(folder, target.resolveSibling(entry.getLinkName()));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target);
                    permit(target, (entry.getMode() & 0100) == 0 ? READABLE : EXECUTABLE);
                    ClusterFiles.force(target);
                }
            }
        }
        permit(folder, EXECUTABLE);
    }

    private static Path inside(Path folder, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL points outside its folder: " + path);
        }
        return normal;
    }

    /// Sets the permissions of every folder itself: a strict umask of root would shut out the account of the server.
    private static void createFolders(Path top, Path lowest) throws IOException {
        Path path = top;
        for (Path name : top.relativize(lowest.normalize())) {
            path = path.resolve(name);
            if (!Files.isDirectory(path)) {
                Files.createDirectory(path);
                permit(path, EXECUTABLE);
            }
        }
    }

    static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /// PostgreSQL refuses to run as root. A user namespace of its own is enough for it and leaves all files root's;
    /// where namespaces are blocked (the default of Docker), an unprivileged account takes over its files.
    private void leaveRoot() throws IOException, InterruptedException {
        if (files.belongToRoot() && runs(NAMESPACE)) {
            return;
        }
        String account = files.giveToUnprivileged().getName();
        int user = ClusterFiles.user(files.log);
        // The number of the group does not matter, as long as it is not root's.
        String setpriv = "setpriv --reuid=" + user + " --regid=" + user + " --clear-groups --";
        if (runs(List.of(setpriv.split(" "))) || runs(List.of("runuser", "-u", account, "--"))) {
            return;
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither unshare nor setpriv nor runuser"
                + " could start it as the account " + account + ". Start Hoshimori as an ordinary user,"
                + " or choose a data folder that " + account + " can reach (now: " + files.folder + ").\n"
                + String.join("\n", lastLines()));
    }

    private boolean runs(List<String> prefix) throws InterruptedException {
        withoutRoot = prefix;
        try {
            Process trial = start("postgres", "--version");
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /// The first number of the release, as it stands in `PG_VERSION` of a data directory: `18`.
    String majorVersion() throws IOException {
        // Read from the catalogue that initdb itself checks: starting a program to ask would cost more.
        Path unix = folder.resolve("share/postgresql/postgres.bki");
        Path catalogue = Files.exists(unix) ? unix : folder.resolve("share/postgres.bki");
        try (BufferedReader reader = Files.newBufferedReader(catalogue)) {
            return String.valueOf(reader.readLine()).replace("# PostgreSQL", "").strip();
        }
    }

    /// Deletes the programs of other releases and what interrupted first starts left; call it when no server runs.
    void deleteLeftovers() {
        String names = "{" + PREFIX + "," + ClusterFiles.UNFINISHED + "}*";
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(files.folder, names)) {
            for (Path leftover : leftovers) {
                if (!leftover.equals(folder)) {
                    ClusterFiles.deleteTree(leftover);
                }
            }
        } catch (IOException failure) {
            // Often a scanner for viruses holds a file; the next start tries again.
            LOG.warn("Old files of PostgreSQL could not be deleted", failure);
        }
    }

    /// The last lines of each file that may say why PostgreSQL did not start.
    List<String> lastLines() {
        List<String> lines = new ArrayList<>();
        try {
            List<Path> places = new ArrayList<>(List.of(files.commands, files.startLog));
            files.logs().stream().max(Comparator.naturalOrder()).ifPresent(places::add);
            for (Path file : places) {
                // Root follows no link here: it could lead to a secret, and these lines are shown.
                List<String> all = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                .lines()
                                .toList()
                        : List.of();
                lines.addAll(all.subList(Math.max(0, all.size() - SHOWN_LINES), all.size()));
            }
        } catch (IOException unreadable) {
            lines.add(unreadable.toString());
        }
        return lines;
    }

    Process initdb(Path cluster, String superuser) throws IOException {
        return start(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + files.passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of words on every machine, untouched by an update of the operating system.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                // Here and not in SETTINGS: percent signs do not survive the command line of Windows.
                "--set=log_filename=postgres-%Y%m%d-%H%M%S.log");
    }

    /// The process ends when the server is ready or has failed. It cuts the server off from the terminal, so that
    /// Ctrl-C reaches Java alone and the last requests still find their database.
    Process startServer(int port, Duration longest) throws IOException {
        String timeout = "--timeout=" + longest.toSeconds();
        String options = "--options=-p " + port + " " + SETTINGS;
        return start("pg_ctl", "--pgdata=" + files.cluster, "--log=" + files.startLog, timeout, options, "start");
    }

    /// Not `ProcessHandle.destroy()`: its signal means "wait for all clients" to PostgreSQL.
    Process askServerToStop(String mode) throws IOException {
        return start("pg_ctl", "--pgdata=" + files.cluster, "--mode=" + mode, "--no-wait", "stop");
    }

    /// Starts one of the programs; what it says goes to the file of commands.
    private Process start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(withoutRoot);
        command.add(folder.resolve("bin/" + program + (WINDOWS ? ".exe" : "")).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(files.folder.toFile());
        // Not a pipe: on Windows the server inherits it, and reading to its end would wait as long as the server lives.
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(files.commands.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        // English messages that can be recognised; and without TZ initdb compares every time zone with the clock.
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder.start();
    }
}
