package org.hoshimori.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the embedded server below `home/postgres`, held by one process at a time.
///
/// Root writes only into folders that are root's own: a link planted by the account that the server runs as must
/// never lead root to another file.
final class ClusterFiles implements AutoCloseable {

    /// What `postmaster.pid` tells of a living server of ours.
    record RunningServer(long process, int port, String state) {}

    static final String UNFINISHED = "data.unfinished-";

    private static final int KEPT_LOGS = 8;

    /// Homes held by this very process. On Unix, closing any channel of a locked file drops the lock of the whole
    /// process, so a second attempt must be turned away before it opens the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    final Path folder;
    final Path cluster;
    final Path log;

    /// What PostgreSQL says before its own log begins.
    final Path startLog;

    final Path commands;
    final Path passwordFile;
    private final Path home;
    private final Path serverFile;
    private final FileChannel lock;
    private @Nullable UserPrincipal account;

    private ClusterFiles(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
        folder = home.resolve("postgres");
        cluster = folder.resolve("data");
        log = folder.resolve("log");
        startLog = log.resolve("start.log");
        commands = folder.resolve("commands.log");
        passwordFile = folder.resolve("superuser.password");
        serverFile = cluster.resolve("postmaster.pid");
    }

    /// Takes the data folder for this process, or refuses with a sentence when another one has it.
    static ClusterFiles hold(Path home) throws IOException {
        Path real = Files.createDirectories(home.toAbsolutePath()).toRealPath();
        if (!HELD.add(real)) {
            throw inUse(real);
        }
        FileChannel lock = null;
        try {
            lock = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw inUse(real);
            }
            ClusterFiles files = new ClusterFiles(real, lock);
            files.prepare();
            return files;
        } catch (IOException | RuntimeException failure) {
            if (lock != null) {
                lock.close();
            }
            HELD.remove(real);
            throw failure;
        }
    }

    private static IllegalStateException inUse(Path home) {
        return new IllegalStateException("The data folder " + home
                + " is in use by another Hoshimori. Stop that one first, or choose another data folder.");
    }

    private void prepare() throws IOException {
        createFolder(folder, "rwx--x--x");
        createFolder(log, "rwx------");
        Files.deleteIfExists(commands);
        Files.createFile(commands, mode("rw-------"));
    }

    private static void createFolder(Path path, String permissions) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, mode("rwx------"));
            // A second step, which a strict umask does not touch: the account of the server must pass through.
            PostgresBinaries.permit(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /// Whether this process runs as root, seen by a file it has just made: the owner of `/proc/self`, which
    /// `ProcessHandle` reports, is root also for a Java program with file capabilities.
    boolean madeByRoot() throws IOException {
        return !PostgresBinaries.WINDOWS && user(commands) == 0;
    }

    /// Whether the account has no name, as under `docker run --user 12345`; `initdb` wants one.
    boolean madeByNameless() throws IOException {
        return !PostgresBinaries.WINDOWS && Files.getOwner(commands).getName().matches("\\d+");
    }

    boolean belongToRoot() throws IOException {
        return user(log) == 0 && (!Files.exists(cluster) || user(cluster) == 0);
    }

    static int user(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /// Hands the files of the server to the owner of its data, else to the owner of the home, else to `nobody`.
    UserPrincipal giveToUnprivileged() throws IOException {
        var accounts = folder.getFileSystem().getUserPrincipalLookupService();
        UserPrincipal owner = accounts.lookupPrincipalByName("nobody");
        for (Path path : List.of(home, cluster)) {
            owner = Files.exists(path) && user(path) != 0 ? Files.getOwner(path) : owner;
        }
        account = owner;
        for (Path path : List.of(cluster, log, passwordFile)) {
            if (Files.exists(path)) {
                // From the leaves to the top: while the top is still root's, nobody else can plant a link below it.
                for (Path each : user(path) == 0 ? leavesFirst(path) : List.of(path)) {
                    give(each);
                }
            }
        }
        return owner;
    }

    private void give(Path path) throws IOException {
        if (account != null) {
            Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(account);
        }
    }

    /// An empty folder for `initdb`; only a finished one is named `data`. Each has a name of its own, because an
    /// `initdb` that outlived its killed Java may still be writing into the one of before.
    Path newCluster() throws IOException {
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED, mode("rwx------"));
        give(unfinished);
        return unfinished;
    }

    /// 256 bits of chance, on the disk before any server knows them.
    String newPassword() throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, mode("rw-------"));
        Files.writeString(passwordFile, password);
        force(passwordFile);
        give(passwordFile);
        return password;
    }

    String password() throws IOException {
        try {
            return Files.readString(passwordFile).strip();
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException(
                    "The file " + passwordFile + " is missing; without it the database cannot be opened. Put it"
                            + " back from a copy of the data folder.",
                    missing);
        }
    }

    /// The server that `postmaster.pid` speaks of, if it lives and is ours.
    ///
    /// After a reboot its number may belong to any program, even to another PostgreSQL: only a program that lies in
    /// our own folder is ours. A zombie has no program any more and counts as gone.
    Optional<RunningServer> runningServer() {
        try {
            List<String> lines = text(serverFile).lines().map(String::strip).toList();
            if (lines.size() < 4 || !Path.of(lines.get(1)).equals(cluster)) {
                return Optional.empty();
            }
            long process = Long.parseLong(lines.get(0));
            String state = lines.size() > 7 ? lines.get(7) : "starting";
            return program(process)
                    .filter(program -> Path.of(program).startsWith(folder))
                    .map(_ -> new RunningServer(process, Integer.parseInt(lines.get(3)), state));
        } catch (IOException | NumberFormatException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> program(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .or(() -> firstWord(process));
    }

    /// In containers without CAP_SYS_PTRACE root cannot see which file another account runs, only its command line.
    private static Optional<String> firstWord(long process) {
        try {
            String words = text(Path.of("/proc/" + process + "/cmdline"));
            return Optional.of(words.split("\0", 2)[0]).filter(word -> !word.isEmpty());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// PostgreSQL writes paths in the encoding of the system; a strict reader would stumble over garbage.
    private static String text(Path file) throws IOException {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        return new String(Files.readAllBytes(file), Charset.forName(encoding));
    }

    /// PostgreSQL refuses to start over a `postmaster.pid` that is garbage or names a living stranger. Call this only
    /// when [#runningServer] is empty; its shared memory still keeps two servers apart.
    void forgetServer() throws IOException {
        Files.deleteIfExists(serverFile);
    }

    /// Keeps the newest logs, 5 MB each. PostgreSQL itself changes the file by size but never deletes one.
    void deleteOldLogs() throws IOException {
        List<Path> logs = logs();
        for (Path old : logs.subList(0, Math.max(0, logs.size() - KEPT_LOGS))) {
            Files.deleteIfExists(old);
        }
    }

    List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(log, "postgres-*.log")) {
            found.forEach(logs::add);
        }
        logs.sort(Comparator.naturalOrder());
        return logs;
    }

    /// Puts a file on the disk itself: after a power failure, an empty file with a finished name would end every start.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives a folder its last name, on the disk too: a lost name would pass for an interrupted start and be deleted.
    static void finish(Path unfinished, Path last) throws IOException {
        Files.move(unfinished, last, StandardCopyOption.ATOMIC_MOVE);
        if (!PostgresBinaries.WINDOWS) {
            try (FileChannel channel = FileChannel.open(last.resolveSibling("."))) {
                channel.force(true);
            }
        }
    }

    static void deleteTree(Path top) throws IOException {
        if (Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : leavesFirst(top)) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> leavesFirst(Path top) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        return PostgresBinaries.WINDOWS ? new FileAttribute<?>[0] : new FileAttribute<?>[] {attribute};
    }

    /// Lets other processes have the data folder.
    @Override
    public void close() throws IOException {
        lock.close();
        HELD.remove(home);
    }
}
