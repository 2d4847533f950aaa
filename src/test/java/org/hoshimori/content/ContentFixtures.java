package org.hoshimori.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.ContentFiles.Stored;

/// The shipped content, read once for all tests, and copies of it with one thing broken.
final class ContentFixtures {

    static final ContentFiles SHIPPED = ContentFiles.shipped();
    static final Editions EDITIONS = new Editions(SHIPPED);
    static final Edition JAPANESE = EDITIONS.standard(Locale.JAPANESE);
    static final Edition ENGLISH = EDITIONS.standard(Locale.ENGLISH);

    private ContentFixtures() {}

    /// The text of a file of the standard edition.
    static String text(String path) {
        return stored(path).text(new ArrayList<>()).orElseThrow();
    }

    /// The shipped files with another text for one file of the standard edition.
    static ContentFiles with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static ContentFiles with(String path, byte[] bytes) {
        SortedMap<String, Stored> files = new TreeMap<>(SHIPPED.files());
        files.put("editions/3.0/" + path, Stored.of("content/editions/3.0/" + path, bytes));
        return new ContentFiles(files);
    }

    static ContentFiles without(String path) {
        SortedMap<String, Stored> files = new TreeMap<>(SHIPPED.files());
        files.remove("editions/3.0/" + path);
        return new ContentFiles(files);
    }

    /// The faults of the shipped content after the first `old` in one file became `changed`.
    static List<Fault> faultsAfter(String path, String old, String changed) {
        String text = text(path);
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(path + " has no '" + old + "'");
        }
        return faults(with(path, text.substring(0, at) + changed + text.substring(at + old.length())));
    }

    static List<Fault> faults(ContentFiles files) {
        try {
            return List.of(new Fault("", 0, "nothing is wrong in " + new Editions(files).ids(), ""));
        } catch (BadContent e) {
            return new ArrayList<>(e.faults());
        }
    }

    /// The line (from 1) in which a text first stands in a file of the standard edition.
    static int lineOf(String path, String part) {
        String text = text(path);
        return 1
                + (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Stored stored(String path) {
        Stored stored = SHIPPED.files().get("editions/3.0/" + path);
        if (stored == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return stored;
    }
}
