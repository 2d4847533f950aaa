package org.hoshimori.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The three marks of a template: `{{key}}`, `{{#when key}}…{{/when}}`, `{{#each key}}…{{/each}}`.
/// No expressions and no code: safe to accept from strangers. A fact never becomes text here: it is put
/// behind a token that only [MarkdownBlocks] resolves, after reading the Markdown, so that no fact can be
/// mistaken for a mark or for Markdown.
final class Marks {

    /// Around the number of a fact. Private-use letters, taken out of everything that comes from outside.
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    private static final Pattern MARK = Pattern.compile("\\{\\{(#when |#each |/)?([a-z0-9.-]+)\\}\\}");
    private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(\\{\\{[#/][^{}\\n]+\\}\\})[ \\t]*\\n");

    sealed interface Node {}

    record Words(String text) implements Node {}

    record Value(String key) implements Node {}

    record When(String key, List<Node> inner) implements Node {}

    record Each(String key, List<Node> inner) implements Node {}

    /// A text that is no template, with where it went wrong.
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    private Marks() {}

    /// Reads marks. Errors: [Broken] for a mark that is unknown, not closed or closed twice.
    static List<Node> read(String text) {
        var source = ALONE.matcher(text + "\n").replaceAll("$1");
        var levels = new ArrayDeque<List<Node>>();
        var open = new ArrayDeque<String>();
        levels.push(new ArrayList<>());
        var mark = MARK.matcher(source);
        var at = 0;
        while (mark.find()) {
            words(source.substring(at, mark.start()), levels.element());
            at = mark.end();
            var kind = mark.group(1);
            if (kind == null) {
                levels.element().add(new Value(mark.group(2)));
            } else if (kind.equals("/")) {
                close(mark, levels, open);
            } else {
                open.push(kind.strip() + " " + mark.group(2));
                levels.push(new ArrayList<>());
            }
        }
        words(source.substring(at), levels.element());
        if (!open.isEmpty()) {
            throw new Broken("{{" + open.element() + "}} is not closed");
        }
        return levels.pop();
    }

    private static void words(String text, List<Node> into) {
        if (text.contains("{{") || text.contains("}}")) {
            throw new Broken("an unknown mark in: "
                    + text.strip()
                            .lines()
                            .filter(line -> line.contains("{{") || line.contains("}}"))
                            .findFirst()
                            .orElse(""));
        }
        if (!text.isEmpty()) {
            into.add(new Words(text));
        }
    }

    private static void close(Matcher mark, ArrayDeque<List<Node>> levels, ArrayDeque<String> open) {
        if (open.isEmpty() || !open.element().startsWith("#" + mark.group(2) + " ")) {
            throw new Broken(mark.group() + " closes nothing");
        }
        var key = open.pop().substring(mark.group(2).length() + 2);
        var inner = levels.pop();
        levels.element().add(mark.group(2).equals("each") ? new Each(key, inner) : new When(key, inner));
    }

    /// A mark as it is written.
    static String text(Node node) {
        return switch (node) {
            case Words(var text) -> text;
            case Value(var key) -> "{{" + key + "}}";
            case When(var key, var inner) -> "{{#when " + key + "}}" + text(inner) + "{{/when}}";
            case Each(var key, var inner) -> "{{#each " + key + "}}\n" + text(inner) + "{{/each}}";
        };
    }

    private static String text(List<Node> nodes) {
        return nodes.stream().map(Marks::text).collect(Collectors.joining());
    }

    /// What a company wrote itself: the marks that [Clause.Readable] put there; without them, and where they are not
    /// whole, every letter is text.
    static List<Node> own(String text) {
        try {
            return read(text);
        } catch (Broken e) {
            return List.of(new Words(text));
        }
    }

    /// The text with conditions and tables resolved; facts stand as tokens whose texts are added to `said`.
    static String resolve(List<Node> nodes, Facts facts, List<String> said) {
        var out = new StringBuilder();
        resolve(nodes, facts, null, Map.of(), said, out);
        return out.toString();
    }

    private static void resolve(
            List<Node> nodes,
            Facts facts,
            @Nullable String table,
            Map<String, String> row,
            List<String> said,
            StringBuilder out) {
        for (var node : nodes) {
            switch (node) {
                case Words(var text) -> out.append(text);
                case Value(var key) -> {
                    out.append(OPEN).append(said.size()).append(CLOSE);
                    said.add(value(key, facts, table, row));
                }
                case When(var key, var inner) -> {
                    var cell = cell(key, table, row);
                    if (cell == null ? facts.truth(key) : !cell.isBlank()) {
                        resolve(inner, facts, table, row, said, out);
                    }
                }
                case Each(var key, var inner) ->
                    facts.table(key).forEach(one -> resolve(inner, facts, key, one, said, out));
            }
        }
    }

    private static String value(String key, Facts facts, @Nullable String table, Map<String, String> row) {
        var cell = cell(key, table, row);
        var text = cell == null ? facts.said(key) : cell;
        return plain(text == null ? "" : text);
    }

    private static @Nullable String cell(String key, @Nullable String table, Map<String, String> row) {
        return table != null && key.startsWith(table + ".")
                ? row.getOrDefault(key.substring(table.length() + 1), "")
                : null;
    }

    /// Without our tokens, whoever wrote them.
    static String plain(String text) {
        return text.replaceAll("[" + OPEN + CLOSE + "]", "");
    }

    static Set<String> keys(Template template) {
        var keys = new TreeSet<String>();
        keys(read(template.preamble()), null, keys);
        for (var clause : template.clauses()) {
            keys.addAll(clause.when());
            keys(read(clause.body()), null, keys);
        }
        return keys;
    }

    private static void keys(List<Node> nodes, @Nullable String table, Set<String> keys) {
        for (var node : nodes) {
            switch (node) {
                case Words _ -> {}
                case Value(var key) -> add(key, table, keys);
                case When(var key, var inner) -> {
                    add(key, table, keys);
                    keys(inner, table, keys);
                }
                case Each(var key, var inner) -> {
                    keys.add(key);
                    keys(inner, key, keys);
                }
            }
        }
    }

    private static void add(String key, @Nullable String table, Set<String> keys) {
        if (table == null || !key.startsWith(table + ".")) {
            keys.add(key);
        }
    }
}
