package org.hoshimori.template;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A part of a template that can be left out, reworded or moved: an article of a regulation, a section of a handbook.
///
/// @param id never changes; begins with `form-` for an attached form; `closing` for the lines under the text
/// @param body Markdown with marks
/// @param when keys that must all be true for the clause to be there
public record Clause(String id, String title, String body, List<String> when) {

    public Clause {
        when = List.copyOf(when);
    }

    boolean form() {
        return id.startsWith("form-");
    }

    /// Stands last and without a number: day, company, representative.
    boolean closing() {
        return id.equals("closing");
    }

    /// The words of a document as somebody can edit them: every fact, every list of facts and every reference stands
    /// under its name in brackets, and becomes its mark again when it is kept. So a text in the company's own words
    /// still follows its facts.
    public static final class Readable {

        private static final Pattern REFERENCE = Pattern.compile("\\[\\]\\(([^)\\s]*)\\)");

        private final Template template;
        private final Map<String, String> titles;
        private final Map<String, String> nameByMark = new LinkedHashMap<>();
        private final Map<String, String> markByName = new LinkedHashMap<>();
        private final Map<String, String> keyByName = new LinkedHashMap<>();

        /// @param titles what each fact is called, by key; lists of facts by the word before the first dot
        public Readable(Template template, Map<String, String> titles) {
            this.template = template;
            this.titles = titles;
            name(template.preamble());
            template.clauses().forEach(clause -> name(clause.body()));
        }

        private void name(String body) {
            name(Marks.read(body));
            var reference = REFERENCE.matcher(body);
            while (reference.find()) {
                name(reference.group(), template.words().names().see(), clauseTitle(reference.group(1)));
            }
        }

        private void name(List<Marks.Node> nodes) {
            for (var node : nodes) {
                switch (node) {
                    case Marks.Words _ -> {}
                    case Marks.Value(var key) -> {
                        var name =
                                name(Marks.text(node), template.words().names().fact(), title(key));
                        keyByName.put(name, key);
                    }
                    case Marks.When(var ignored, var inner) -> name(inner);
                    case Marks.Each(var key, var ignored) ->
                        name(Marks.text(node), template.words().names().rows(), title(key));
                }
            }
        }

        private String title(String key) {
            var word = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            var said = key.equals("document.date") ? template.words().names().date() : titles.get(key);
            return said == null ? titles.getOrDefault(word, key) : said;
        }

        private String clauseTitle(String to) {
            return template.clauses().stream()
                    .filter(clause -> to.equals("#" + clause.id()))
                    .findFirst()
                    .map(Clause::title)
                    .orElse(template.titles().getOrDefault(to, to));
        }

        /// Two marks never share a name.
        private String name(String mark, String pattern, String title) {
            var known = nameByMark.get(mark);
            if (known != null) {
                return known;
            }
            var name = MessageFormat.format(pattern, title);
            for (var number = 2; markByName.containsKey(name); number++) {
                name = MessageFormat.format(pattern, title + number);
            }
            nameByMark.put(mark, name);
            markByName.put(name, mark);
            return name;
        }

        /// A clause as the template has it for this company: conditions are decided, the rest stands by name.
        public String offered(Clause clause, Facts facts) {
            var out = new StringBuilder();
            offered(Marks.read(clause.body()), facts, out);
            return shown(out.toString()).replaceAll("\\n{3,}", "\n\n").strip();
        }

        private void offered(List<Marks.Node> nodes, Facts facts, StringBuilder out) {
            for (var node : nodes) {
                switch (node) {
                    case Marks.Words(var text) -> out.append(text);
                    case Marks.Value _ -> out.append(nameByMark.get(Marks.text(node)));
                    case Marks.Each _ ->
                        out.append(nameByMark.get(Marks.text(node))).append('\n');
                    case Marks.When(var key, var inner) -> {
                        if (facts.truth(key)) {
                            offered(inner, facts, out);
                        }
                    }
                }
            }
        }

        /// What was kept, for somebody to read and edit.
        public String shown(String kept) {
            var text = kept;
            for (var mark : longestFirst(nameByMark)) {
                text = text.replace(mark, nameByMark.get(mark));
            }
            return text;
        }

        /// What somebody typed, to be kept. Letters that look like a mark stay letters.
        public String kept(String typed) {
            var text = typed.replace("{{", "\uFF5B\uFF5B").replace("}}", "\uFF5D\uFF5D");
            for (var name : longestFirst(markByName)) {
                text = text.replace(name, markByName.get(name));
            }
            return text;
        }

        /// What stands behind the names in a text now, name by name in the order of the alphabet.
        public Map<String, String> meanings(String shown, Facts facts) {
            Map<String, String> meanings = new TreeMap<>();
            keyByName.forEach((name, key) -> {
                var said = facts.said(key);
                if (shown.contains(name) && said != null) {
                    meanings.put(name, said);
                }
            });
            return meanings;
        }

        private static List<String> longestFirst(Map<String, String> map) {
            var keys = new ArrayList<>(map.keySet());
            keys.sort(Comparator.comparingInt(String::length).reversed());
            return keys;
        }
    }
}
