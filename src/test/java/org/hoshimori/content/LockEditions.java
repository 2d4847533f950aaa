package org.hoshimori.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes `content/editions.lock`, the fingerprint of every published edition. Run it from the root of the project:
///
/// ```
/// java src/test/java/org/hoshimori/content/LockEditions.java
/// ```
///
/// It needs a JDK 25 and nothing else. Danger: a published edition is what companies answered; run this only for a new
/// edition or a new revision whose `changes.yaml` gives every old question a fate.
final class LockEditions {

    static final Path CONTENT = Path.of("content");
    static final Path LOCK = CONTENT.resolve("editions.lock");

    private LockEditions() {}

    public static void main(String[] arguments) throws IOException {
        SortedMap<String, String> fingerprints = fingerprints(CONTENT.resolve("editions"));
        Files.writeString(LOCK, lines(fingerprints));
        System.out.println(LOCK + " now holds " + fingerprints);
    }

    /// The text of the lock: one line for each edition, its id and its fingerprint.
    static String lines(Map<String, String> fingerprints) {
        return fingerprints.entrySet().stream()
                .map(edition -> edition.getKey() + " " + edition.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /// The fingerprint of each edition in a folder of editions.
    static SortedMap<String, String> fingerprints(Path editions) throws IOException {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> folders = Files.list(editions)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                fingerprints.put(folder.getFileName().toString(), fingerprint(folder));
            }
        }
        return fingerprints;
    }

    /// SHA-256 over path and text of every file, sorted by path, with `\n` as line end, so that it is the same on every
    /// system and after every checkout; hidden files do not count.
    static String fingerprint(Path edition) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(edition)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file ->
                            files.put(edition.relativize(file).toString().replace('\\', '/'), file));
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String text = Files.readString(file.getValue()).replace("\r\n", "\n");
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // The length keeps the end of one file apart from the beginning of the next.
            digest.update((file.getKey() + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
