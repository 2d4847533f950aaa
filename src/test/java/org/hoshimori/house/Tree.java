package org.hoshimori.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Files and their text, by path relative to the root with `/` on every system.
/// Either a folder, or a sample: one text file in which a line `=== path` opens the next file.
final class Tree {

    /// Made by a build or a run, or no text of ours. The samples are wrong on purpose.
    private static final Set<String> SKIPPED = Set.of(
            ".git", ".idea", ".vscode", "target", "data", "node_modules", "src/test/java/org/hoshimori/house/broken");

    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|jte|css|js|html|svg|ya?ml|json|md|properties|sql|txt|xml|csv|sh|ps1|lock|toml|service|conf)");

    private final SortedMap<String, Supplier<String>> files = new TreeMap<>();

    private Tree() {}

    static Tree of(Path root) {
        var tree = new Tree();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(relative(root, folder))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    tree.files.put(relative(root, file), () -> read(file));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    static Tree parse(String sample) {
        var tree = new Tree();
        var parts = Pattern.compile("(?m)^=== ").split(sample, -1);
        for (var part : parts) {
            var end = part.indexOf('\n');
            if (end > 0 && !part.startsWith("#")) {
                var text = part.substring(end + 1);
                tree.files.put(part.substring(0, end).strip(), () -> text);
            }
        }
        return tree;
    }

    /// A file or a folder.
    boolean exists(String path) {
        var folder = path.endsWith("/") ? path : path + "/";
        if (files.containsKey(path)) {
            return true;
        }
        var below = files.tailMap(folder);
        return !below.isEmpty() && below.firstKey().startsWith(folder);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /// Paths that match the whole expression.
    List<String> paths(String expression) {
        var pattern = Pattern.compile(expression);
        return files.keySet().stream().filter(pattern.asMatchPredicate()).toList();
    }

    /// As {@link #paths(String)}, without pictures, fonts and the like.
    List<String> texts(String expression) {
        return paths(expression).stream().filter(TEXT.asMatchPredicate()).toList();
    }

    String text(String path) {
        var text = files.get(path);
        if (text == null) {
            throw new NoSuchElementException(path);
        }
        return text.get();
    }

    /// Every place of the expression in the text, as `path:line: what was found`.
    List<String> find(String path, String text, Pattern pattern) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(path + ":" + line(text, matcher.start()) + ": "
                    + matcher.group().strip().replaceAll("\\s+", " "));
        }
        return found;
    }

    static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /// The text with every match blanked; lines keep their numbers.
    static String blank(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    private static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
