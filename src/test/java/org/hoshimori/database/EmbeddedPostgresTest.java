package org.hoshimori.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Walks through the bad days of a data folder with real servers and real kills. The tests share one folder in any
/// order, because only a first start is slow.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class EmbeddedPostgresTest {

    @TempDir
    static Path shared;

    private static Path home;
    private static Path folder;

    @BeforeAll
    static void openTheWayForOtherAccounts() throws IOException {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = shared.resolve("a home");
        folder = home.resolve("postgres");
    }

    @Test
    void laterStartKeepsTheData() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            execute(first, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('星守')");
        }

        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertThat(ask(second, "SELECT word FROM kept")).containsExactly("星守");
        }
    }

    @Test
    void serverIsLocalDurableAndTheSameOnEveryMachine() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            String settings = "SELECT name || '=' || setting FROM pg_settings WHERE name IN ('listen_addresses',"
                    + " 'unix_socket_directories', 'fsync', 'data_checksums', 'server_encoding', 'max_connections',"
                    + " 'log_min_error_statement', 'log_error_verbosity')";
            assertThat(ask(postgres, settings))
                    .containsExactlyInAnyOrder(
                            "listen_addresses=127.0.0.1",
                            "unix_socket_directories=",
                            "fsync=on",
                            "data_checksums=on",
                            "server_encoding=UTF8",
                            "max_connections=50",
                            "log_min_error_statement=panic",
                            "log_error_verbosity=terse");
            assertThat(ask(
                            postgres,
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'postgres'"))
                    .containsExactly("bC.UTF-8");
        }
    }

    @Test
    void onlyThePasswordOpensTheServerAndOnlyItsOwnerReadsIt() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            String url = postgres.url("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(postgres.superuserPassword()).hasSizeGreaterThanOrEqualTo(43);
        }
        assertThat(permissions(folder.resolve("superuser.password"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("log"))).isEqualTo("rwx------");
    }

    @Test
    void closeStopsTheServerAndMayBeRepeated() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        ProcessHandle server = server();
        postgres.close();
        postgres.close();

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void secondUseOfAFolderIsRefused() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("is in use by another Hoshimori");
            // After the refusal above: on Unix, a careless second look at the lock file would have dropped the lock.
            assertThat(outputOf(another(Newcomer.class))).contains("is in use by another Hoshimori");
            assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
        }
        assertThat(outputOf(another(Newcomer.class))).contains("started");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void ownerMayKeepTheShutdownHookAway() throws Exception {
        outputOf(another(Owner.class));

        assertThat(server().info().command()).as("nothing stopped it").isPresent();
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void killedApplicationLosesNoAcknowledgedRow() throws Exception {
        Process writer = another(Writer.class);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader reader = writer.inputReader()) {
            String line = reader.readLine();
            ProcessHandle orphan = server();
            while (line != null) {
                acknowledged.add(line);
                if (acknowledged.size() == 500) {
                    // Not Process.destroyForcibly(): it also throws away what the pipe still holds.
                    writer.toHandle().destroyForcibly();
                }
                line = reader.readLine();
            }
            assertThat(orphan.isAlive())
                    .as("the server outlives the application")
                    .isTrue();
        }

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(500);
            assertThat(ask(postgres, "SELECT id FROM written")).containsAll(acknowledged);
            execute(postgres, "DROP TABLE written");
        }
    }

    @Test
    void killedServerIsStartedAgain() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        execute(postgres, "CREATE TABLE survivor AS SELECT 7 AS id");
        server().destroyForcibly();
        postgres.close();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(ask(next, "SELECT id FROM survivor")).containsExactly("7");
            execute(next, "DROP TABLE survivor");
        }
    }

    @Test
    void garbageInTheProcessFileIsPutAside() throws Exception {
        EmbeddedPostgres.start(home).close();
        for (byte[] garbage :
                List.of(new byte[0], "star\0\n\n".getBytes(StandardCharsets.UTF_8), new byte[] {-1, -2})) {
            Files.write(folder.resolve("data/postmaster.pid"), garbage);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
            }
        }
    }

    @Test
    void strangerWithTheNumberOfTheOldServerIsLeftAlone() throws Exception {
        EmbeddedPostgres.start(home).close();
        Path program =
                Files.copy(Path.of("/bin/sleep"), shared.resolve("postgres"), StandardCopyOption.REPLACE_EXISTING);
        Process stranger = new ProcessBuilder(program.toString(), "100").start();
        try {
            String claim = stranger.pid() + "\n" + folder.resolve("data").toRealPath() + "\n1\n5432\n\n\n\nready\n";
            Files.writeString(folder.resolve("data/postmaster.pid"), claim);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void otherMajorVersionIsRefused() throws Exception {
        EmbeddedPostgres.start(home).close();
        Path version = folder.resolve("data/PG_VERSION");
        String own = Files.readString(version);
        Files.writeString(version, "14\n");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("belongs to PostgreSQL 14")
                    .withMessageContaining("brings PostgreSQL " + own.strip());
        } finally {
            Files.writeString(version, own);
        }
    }

    @Test
    void failedStartShowsItsLogAndGivesTheFolderFree() throws Exception {
        EmbeddedPostgres.start(home).close();
        Path control = folder.resolve("data/global/pg_control");
        Path aside = Files.move(control, folder.resolve("pg_control"));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("could not open file")
                    .withMessageContaining("global/pg_control");
        } finally {
            Files.move(aside, control);
        }
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void lostPasswordIsSaidInASentence() throws Exception {
        EmbeddedPostgres.start(home).close();
        Path password = folder.resolve("superuser.password");
        Path aside = Files.move(password, folder.resolve("aside"));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("superuser.password is missing");
        } finally {
            Files.move(aside, password);
        }
    }

    @Test
    void interruptedFirstStartIsRepeated(@TempDir Path fresh) throws Exception {
        Path unfinished = Files.createDirectories(fresh.resolve("postgres/data.unfinished-1/base"));
        Files.writeString(unfinished.resolve("half"), "written");
        EmbeddedPostgres.start(home).close();
        Path half = fresh.resolve("postgres").resolve(programs().getFileName() + ".unfinished");
        Files.writeString(Files.createDirectories(half).resolve("bin"), "not a folder");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(fresh)) {
            assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
        }
        assertThat(unfinished).doesNotExist();
        assertThat(half).doesNotExist();
    }

    @Test
    void programsOfAnEarlierReleaseAreDeleted() throws Exception {
        EmbeddedPostgres.start(home).close();
        Path old = Files.createDirectories(folder.resolve("programs-old/bin"));
        EmbeddedPostgres.start(home).close();

        assertThat(old.getParent()).doesNotExist();
        assertThat(programs()).isDirectory();
    }

    @Test
    void onlyTheNewestLogsAreKept() throws Exception {
        EmbeddedPostgres.start(home).close();
        for (int day = 10; day < 30; day++) {
            Files.writeString(folder.resolve("log/postgres-200001" + day + "-000000.log"), "old");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (logs().size() > 8 && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
            assertThat(logs()).hasSizeLessThanOrEqualTo(8).anyMatch(name -> !name.startsWith("postgres-2000"));
        }
    }

    @Test
    void rootHandsTheServerToTheOwnerOfTheData() throws Exception {
        assumeTrue((Integer) Files.getAttribute(shared, "unix:uid") == 0, "only root may give files away");
        EmbeddedPostgres.start(home).close();
        try {
            run("chown", "-R", "nobody", folder.resolve("data").toString());
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
                assertThat(Files.getOwner(Path.of("/proc/" + server().pid())).getName())
                        .isEqualTo("nobody");
                assertThat(Files.getOwner(folder).getName()).isEqualTo("root");
            }
        } finally {
            run("chown", "-R", "root", folder.toString());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(ask(postgres, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void archiveMustNotReachOutsideItsFolder(@TempDir Path place) throws Exception {
        TarArchiveEntry link = new TarArchiveEntry("lib/out", TarArchiveEntry.LF_SYMLINK);
        link.setLinkName("../../outside");
        for (TarArchiveEntry entry : List.of(new TarArchiveEntry("../outside"), link)) {
            byte[] archive = archiveOf(entry);
            assertThatThrownBy(() -> PostgresBinaries.unpack(new ByteArrayInputStream(archive), place.resolve("in")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("points outside");
        }
        assertThat(place.resolve("outside")).doesNotExist();
    }

    @Test
    void unpackedProgramsKeepLinksAndExecutableBits() throws Exception {
        EmbeddedPostgres.start(home).close();
        try (Stream<Path> libraries = Files.list(programs().resolve("lib"))) {
            assertThat(libraries).anyMatch(Files::isSymbolicLink);
        }
        assertThat(permissions(programs().resolve("bin/postgres"))).isEqualTo("rwxr-xr-x");
        assertThat(permissions(programs().resolve("share/postgresql/postgres.bki")))
                .isEqualTo("rw-r--r--");
    }

    private static byte[] archiveOf(TarArchiveEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static ProcessHandle server() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    private static Path programs() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().startsWith("programs-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> logs() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve("log"))) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("postgres-"))
                    .toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Connection open(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.url("postgres"), postgres.superuser(), postgres.superuserPassword());
    }

    private static void execute(EmbeddedPostgres postgres, String... commands) throws SQLException {
        try (Connection connection = open(postgres);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> ask(EmbeddedPostgres postgres, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = open(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static Process another(Class<?> program) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, program.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String outputOf(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader()) {
            return String.join("\n", reader.readAllLines());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /// Writes rows one by one and prints each number only after its commit.
    static final class Writer {
        static void main(String[] arguments) throws SQLException {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
                    Connection connection = open(postgres);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE written (id int PRIMARY KEY)");
                for (int id = 1; id < 1_000_000; id++) {
                    statement.execute("INSERT INTO written VALUES (" + id + ")");
                    System.out.println(id);
                }
            }
        }
    }

    /// Tries a folder and says how it went; it leaves the closing to the shutdown hook.
    static final class Newcomer {
        static void main(String[] arguments) {
            try {
                EmbeddedPostgres.start(Path.of(arguments[0]));
                System.out.println("started");
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /// Promises to close the server and does not.
    static final class Owner {
        static void main(String[] arguments) {
            EmbeddedPostgres.start(Path.of(arguments[0])).leaveClosingToOwner();
        }
    }
}
