package org.hoshimori.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The texts of all rooms, and where code and pages ask for them.
///
/// @param japanese the texts of `<room>.properties` by room, then by key
/// @param english those of `<room>_en.properties`
/// @param asked every key that stands as an argument of `text("…")` or as `{key}` of a form's check, with its place
/// @param named every string that looks like a key, with its place
/// @param prefixes beginnings of keys that the code completes: `text("risk.level." + level)`
record Messages(
        SortedMap<String, SortedMap<String, String>> japanese,
        SortedMap<String, SortedMap<String, String>> english,
        SortedMap<String, String> asked,
        SortedMap<String, String> named,
        SortedMap<String, String> prefixes) {

    static final String FOLDER = "src/main/resources/messages/";

    private static final Pattern CALL = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern CHECK = Pattern.compile("\"\\{([a-z][\\w-]*(?:\\.[\\w-]+)+)}\"");
    private static final Pattern NAMED = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.)\"\\s*\\+");

    static final Pattern JTE_COMMENT = Pattern.compile("(?s)<%--.*?--%>|<!--.*?-->");

    static Messages of(Tree tree) {
        var messages =
                new Messages(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (var path : tree.paths(FOLDER + "[a-z]+(_en)?\\.properties")) {
            var name = path.substring(FOLDER.length(), path.length() - ".properties".length());
            var texts = properties(tree.text(path));
            if (name.endsWith("_en")) {
                messages.english.put(name.substring(0, name.length() - "_en".length()), texts);
            } else {
                messages.japanese.put(name, texts);
            }
        }
        for (var path : tree.paths("src/main/jte/.*\\.jte")) {
            messages.read(path, Tree.blank(tree.text(path), JTE_COMMENT));
        }
        for (var path : tree.paths("src/main/java/.*\\.java")) {
            messages.read(path, JavaText.of(tree.text(path)).uncommented());
        }
        return messages;
    }

    private void read(String path, String text) {
        CALL.matcher(text).results().forEach(call -> {
            var place = path + ":" + Tree.line(text, call.start());
            (call.group(2).equals("+") ? prefixes : asked).putIfAbsent(call.group(1), place);
        });
        CHECK.matcher(text).results().forEach(check -> {
            if (!check.group(1).startsWith("jakarta.")) {
                asked.putIfAbsent(check.group(1), path + ":" + Tree.line(text, check.start()));
            }
        });
        NAMED.matcher(text)
                .results()
                .forEach(name -> named.putIfAbsent(name.group(1), path + ":" + Tree.line(text, name.start())));
        PREFIX.matcher(text)
                .results()
                .forEach(name -> prefixes.putIfAbsent(name.group(1), path + ":" + Tree.line(text, name.start())));
    }

    Set<String> rooms() {
        var rooms = new TreeSet<>(japanese.keySet());
        rooms.addAll(english.keySet());
        return rooms;
    }

    /// All keys of all rooms.
    Set<String> keys() {
        var keys = new TreeSet<String>();
        japanese.values().forEach(texts -> keys.addAll(texts.keySet()));
        english.values().forEach(texts -> keys.addAll(texts.keySet()));
        return keys;
    }

    boolean isUsed(String key) {
        return asked.containsKey(key)
                || named.containsKey(key)
                || prefixes.keySet().stream().anyMatch(key::startsWith);
    }

    static SortedMap<String, String> texts(SortedMap<String, SortedMap<String, String>> language, String room) {
        var texts = language.get(room);
        return texts == null ? new TreeMap<>() : texts;
    }

    /// Keys that stand twice in one file: the later one silently wins.
    static List<String> doubled(String text) {
        var seen = new HashSet<String>();
        var doubled = new ArrayList<String>();
        Pattern.compile("(?m)^\\s*([^#!\\s=:][^\\s=:]*)\\s*[=:]")
                .matcher(text)
                .results()
                .forEach(line -> {
                    if (!seen.add(line.group(1))) {
                        doubled.add(line.group(1));
                    }
                });
        return doubled;
    }

    private static SortedMap<String, String> properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
