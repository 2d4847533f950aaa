package org.hoshimori.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.Edition;
import org.jspecify.annotations.Nullable;

/// Reads one template: front matter between two lines of `---`, then clauses under `## title {#id}`. Refuses what a
/// company's document could stumble over: an unknown key, a mark that is not closed, HTML, an id used twice.
final class TemplateReader {

    private static final Pattern HEADING = Pattern.compile("## (.+?) \\{#([a-z0-9-]+)\\}\\s*");
    private static final Pattern OPENS = Pattern.compile("\\s*\\{\\{#when ([a-z0-9.-]+)\\}\\}\\s*");
    private static final Pattern CLOSES = Pattern.compile("\\s*\\{\\{/when\\}\\}\\s*");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>\\n]*>");
    private static final Pattern REFERENCE = Pattern.compile("\\[\\]\\(([^)]*)\\)");

    private final Edition.DocumentText file;
    private final List<Fault> faults;
    private final List<Clause> clauses = new ArrayList<>();
    private final StringBuilder preamble = new StringBuilder();

    TemplateReader(Edition.DocumentText file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /// @param original the Japanese template where this one is a translation or a variant of it
    Template read(@Nullable TemplateReader original, Language language, Template.Words words) {
        var front = original == null ? front() : original.front().under(front());
        clauses();
        if (original != null) {
            checkClauses(original);
        }
        return new Template(
                language,
                new Template.Front(
                        front.said("id"),
                        kind(front),
                        front.said("chapter", ""),
                        front.said("title"),
                        front.said("approver").equals("owner")
                                ? Template.Approver.OWNER
                                : Template.Approver.SECURITY_LEAD,
                        front.said("need", "always").equals("applies") ? Template.Need.APPLIES : Template.Need.ALWAYS,
                        front.texts("applies"),
                        "circle".equals(front.maybe("mark")) ? Template.Mark.CIRCLE : Template.Mark.DOUBLE,
                        front.texts("questions"),
                        front.texts("check_items"),
                        front.said("summary", ""),
                        source(front)),
                front.maybe("note"),
                front.pairs("sections"),
                preamble.toString(),
                List.copyOf(clauses),
                words,
                Map.of());
    }

    /// The front matter; an empty one, and a fault, when there is none.
    SourceText front() {
        var parts = file.text().split("(?m)^---\\s*$", 3);
        if (parts.length < 3 || !parts[0].isBlank()) {
            faults.add(new Fault(
                    file.shownAs(),
                    1,
                    "The front matter is missing.",
                    "Begin with a line --- and end it with another."));
            return new SourceText(file, Map.of(), 1, faults);
        }
        return SourceText.read(file, parts[1], faults);
    }

    private static Template.Kind kind(SourceText front) {
        var id = front.said("kind").toUpperCase(Locale.ROOT).replace('-', '_');
        for (var kind : Template.Kind.values()) {
            if (kind.name().equals(id)) {
                return kind;
            }
        }
        front.fault(
                "The kind of document is unknown.", "Write basic-policy, handbook, regulation, clause or checklist.");
        return Template.Kind.CLAUSE;
    }

    private static Edition.@Nullable Source source(SourceText front) {
        var said = front.pairs("source");
        return said.isEmpty()
                ? null
                : new Edition.Source(
                        said.getOrDefault("document", ""),
                        said.getOrDefault("place", ""),
                        said.getOrDefault("edition", ""));
    }

    /// What a company does to a clause is done to it in every language: so the clauses are the same everywhere.
    private void checkClauses(TemplateReader original) {
        original.clauses();
        var ids = clauses.stream().map(Clause::id).toList();
        var expected = original.clauses.stream().map(Clause::id).toList();
        if (!ids.equals(expected)) {
            faults.add(new Fault(
                    file.shownAs(),
                    1,
                    "The clauses are " + ids + ", those of the Japanese template are " + expected + ".",
                    "Write the same clauses in the same order."));
        }
    }

    /// Splits the body. A `when` that opens right before a heading belongs to the clause, and to all that follow until
    /// it closes.
    private void clauses() {
        var parts = file.text().split("(?m)^---\\s*$", 3);
        var around = new ArrayList<String>();
        var body = new ArrayList<String>();
        String title = null;
        var id = "";
        List<String> when = List.of();
        for (var line : (parts.length < 3 ? "" : parts[2]).lines().toList()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var opened = trailing(body);
                end(title, id, body, when);
                around.addAll(opened);
                title = heading.group(1);
                id = heading.group(2);
                when = List.copyOf(around);
                body.clear();
            } else if (CLOSES.matcher(line).matches() && !around.isEmpty() && depth(body) == 0) {
                around.removeLast();
            } else {
                if (line.startsWith("## ")) {
                    faults.add(new Fault(file.shownAs(), line(line), "A heading has no id.", "Write ## title {#id}."));
                }
                body.add(line);
            }
        }
        end(title, id, body, when);
    }

    /// Takes the lines off the end that only open a condition.
    private static List<String> trailing(List<String> body) {
        var opened = new ArrayList<String>();
        while (!body.isEmpty()) {
            var opens = OPENS.matcher(body.getLast());
            if (opens.matches()) {
                opened.addFirst(opens.group(1));
            } else if (!body.getLast().isBlank()) {
                break;
            }
            body.removeLast();
        }
        return opened;
    }

    private static int depth(List<String> body) {
        var text = String.join("\n", body);
        return (text.split("\\{\\{#when ", -1).length) - (text.split("\\{\\{/when\\}\\}", -1).length);
    }

    private void end(@Nullable String title, String id, List<String> body, List<String> when) {
        var text = String.join("\n", body).strip() + "\n";
        check(text, id);
        if (title == null) {
            preamble.append(text.isBlank() ? "" : text);
        } else {
            if (clauses.stream().anyMatch(clause -> clause.id().equals(id))) {
                faults.add(new Fault(
                        file.shownAs(),
                        line("{#" + id + "}"),
                        "The id '" + id + "' is used twice.",
                        "Give each clause its own."));
            }
            clauses.add(new Clause(id, title, text, when));
        }
    }

    private void check(String text, String id) {
        try {
            Marks.read(text);
        } catch (Marks.Broken e) {
            faults.add(new Fault(
                    file.shownAs(),
                    line("{#" + id + "}"),
                    String.valueOf(e.getMessage()),
                    "Close every mark, use no other."));
        }
        var html = HTML.matcher(text);
        if (html.find()) {
            faults.add(new Fault(file.shownAs(), line(html.group()), "HTML stands in the text.", "Use Markdown."));
        }
    }

    /// The line on which a text first stands.
    private int line(String text) {
        var lines = file.text().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        return 1;
    }

    /// Faults for keys that nobody knows and references that lead nowhere.
    void checkWords(Template template, Set<String> known, Set<String> targets) {
        for (var key : template.keys()) {
            if (!known.contains(key)) {
                faults.add(new Fault(
                        file.shownAs(),
                        line(key),
                        "The key '" + key + "' is unknown.",
                        "Use a known key, or add a blank."));
            }
        }
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("", template.preamble());
        template.clauses().forEach(clause -> bodies.put(clause.id(), clause.body()));
        var own = new HashSet<String>();
        template.clauses().forEach(clause -> own.add("#" + clause.id()));
        bodies.values().forEach(body -> {
            var reference = REFERENCE.matcher(body);
            while (reference.find()) {
                if (!own.contains(reference.group(1)) && !targets.contains(reference.group(1))) {
                    faults.add(new Fault(
                            file.shownAs(),
                            line(reference.group()),
                            "The reference leads nowhere.",
                            "Write the id of a clause."));
                }
            }
        });
    }
}
