package org.hoshimori.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/// Looks into a .docx that came from outside before anything opens it: no macros, nothing from elsewhere, no bomb.
public final class WordCheck {

    /// Unpacked, all parts together.
    private static final long MOST = 100L << 20;

    private static final int MOST_PARTS = 2000;
    private static final Pattern OUTSIDE = Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']");
    private static final Pattern LINK = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"']");

    private WordCheck() {}

    /// What is wrong, in words that end keys of messages: `kind` (no Word file), `macros`, `outside` (something is
    /// loaded from elsewhere), `size`; empty when it may be used.
    public static List<String> problems(byte[] content) {
        var problems = new ArrayList<String>();
        var document = false;
        long size = 0;
        var parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                var part = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST - size + 1));
                size += part.length;
                if (size > MOST || ++parts > MOST_PARTS) {
                    return List.of("size");
                }
                document |= name.equals("word/document.xml");
                if (name.contains("vbaproject") || name.contains("activex") || name.contains("embeddings/")) {
                    problems.add("macros");
                }
                if (name.endsWith(".rels") && outside(new String(part, StandardCharsets.UTF_8))) {
                    problems.add("outside");
                }
                if (name.equals("[content_types].xml")
                        && new String(part, StandardCharsets.UTF_8).contains("macroEnabled")) {
                    problems.add("macros");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of("kind");
        }
        return document ? problems.stream().distinct().toList() : List.of("kind");
    }

    /// A link that somebody may click is harmless; everything else is fetched when the file is opened.
    private static boolean outside(String relationships) {
        for (var one : relationships.split("<Relationship ", -1)) {
            if (OUTSIDE.matcher(one).find() && !LINK.matcher(one).find()) {
                return true;
            }
        }
        return false;
    }
}
