package org.hoshimori.template;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hoshimori.template.MarkdownBlocks.Numbering;
import org.jspecify.annotations.Nullable;

/// Composes a document: template, facts and the company's changes give numbered sections. The same three always give
/// the same document.
public final class Composer {

    /// A clause in its place.
    private record Line(Clause clause, Origin origin) {}

    /// Whose words a clause has. In the company's own a broken mark is plain letters.
    private enum Origin {
        TEMPLATE,
        OWN,
        /// The company's own, in Japanese although the document is in English.
        OWN_IN_JAPANESE
    }

    /// A clause that is there, under its number.
    private record Placed(Line line, String label, Section.Kind kind) {}

    /// The composed document, with 附則 from the fact `document.date` and 改定履歴 from the table `revisions`
    /// (columns number, date, person, change) where there are any.
    public Composition compose(Template template, Facts facts, List<ClauseChange> changes) {
        var placed = placed(template, facts, lines(template, changes));
        var labels = new HashMap<String, String>();
        placed.forEach(one -> labels.put(
                one.line().clause().id(),
                one.label().isEmpty() ? one.line().clause().title() : one.label()));
        var sections = new ArrayList<Section>();
        if (!template.preamble().isBlank()) {
            var blocks = blocks(
                    template,
                    facts,
                    labels,
                    new Line(new Clause("", "", template.preamble(), List.of()), Origin.TEMPLATE),
                    Numbering.PLAIN);
            sections.add(new Section("preamble", "", Section.Kind.PREAMBLE, template.title(), blocks));
        }
        for (var one : placed) {
            var numbering = one.kind() == Section.Kind.ARTICLE ? Numbering.ARTICLES : Numbering.PLAIN;
            var clause = one.line().clause();
            sections.add(new Section(
                    clause.id(),
                    one.label(),
                    one.kind(),
                    clause.title(),
                    blocks(template, facts, labels, one.line(), numbering),
                    one.line().origin() == Origin.OWN_IN_JAPANESE
                            ? template.words().japanese()
                            : null));
        }
        closing(template, facts, sections);
        return new Composition(template.title(), List.copyOf(sections));
    }

    private static List<Line> lines(Template template, List<ClauseChange> changes) {
        var lines = new ArrayList<Line>();
        template.clauses().forEach(clause -> lines.add(new Line(clause, Origin.TEMPLATE)));
        var left = new HashSet<String>();
        for (var change : changes) {
            var at = at(lines, change.clauseId());
            switch (change) {
                case ClauseChange.Left gone -> left.add(gone.clauseId());
                case ClauseChange.Reworded(var id, var title, var markdown, var ignored, var english) -> {
                    if (at >= 0) {
                        var when = lines.get(at).clause().when();
                        lines.set(at, own(template, new Clause(id, title, markdown, when), english));
                    }
                }
                case ClauseChange.Added(var id, var after, var title, var markdown, var english) ->
                    insert(lines, after, own(template, new Clause(id, title, markdown, List.of()), english));
                case ClauseChange.Moved moved -> {
                    if (at >= 0) {
                        insert(lines, moved.afterClauseId(), lines.remove(at));
                    }
                }
            }
        }
        lines.removeIf(line -> left.contains(line.clause().id()));
        return lines;
    }

    private static Line own(Template template, Clause clause, ClauseChange.English english) {
        if (template.language() != Language.ENGLISH) {
            return new Line(clause, Origin.OWN);
        }
        return english.written()
                ? new Line(new Clause(clause.id(), english.title(), english.markdown(), clause.when()), Origin.OWN)
                : new Line(clause, Origin.OWN_IN_JAPANESE);
    }

    /// After a clause that is not there any more it stands last.
    private static void insert(List<Line> lines, String after, Line line) {
        var at = at(lines, after);
        lines.add(after.isEmpty() ? 0 : at < 0 ? lines.size() : at + 1, line);
    }

    private static int at(List<Line> lines, String id) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).clause().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Numbers what is there: clauses first, attached forms behind them, what closes the document last.
    private static List<Placed> placed(Template template, Facts facts, List<Line> lines) {
        var there = lines.stream()
                .filter(line -> line.clause().when().stream().allMatch(facts::truth))
                .toList();
        var placed = new ArrayList<Placed>();
        for (var line : there) {
            if (!line.clause().form() && !line.clause().closing()) {
                var number = placed.size() + 1;
                placed.add(
                        template.kind().articles()
                                ? new Placed(
                                        line,
                                        MessageFormat.format(template.words().article(), number),
                                        Section.Kind.ARTICLE)
                                : new Placed(line, part(template, line.clause(), number), Section.Kind.PART));
            }
        }
        var forms = 0;
        for (var line : there) {
            if (line.clause().form()) {
                placed.add(
                        new Placed(line, MessageFormat.format(template.words().form(), ++forms), Section.Kind.FORM));
            }
        }
        there.stream()
                .filter(line -> line.clause().closing())
                .forEach(line -> placed.add(new Placed(line, "", Section.Kind.SIGNATURE)));
        return placed;
    }

    private static String part(Template template, Clause clause, int number) {
        return template.numbers().isEmpty() ? number + "." : template.numbers().getOrDefault(clause.id(), "");
    }

    private static List<Block> blocks(
            Template template, Facts facts, Map<String, String> labels, Line line, Numbering numbering) {
        var said = new ArrayList<String>();
        var body = Marks.plain(line.clause().body());
        var markdown =
                Marks.resolve(line.origin() == Origin.TEMPLATE ? Marks.read(body) : Marks.own(body), facts, said);
        return new MarkdownBlocks(numbering, template.words(), to -> reference(template, labels, to), said)
                .read(markdown);
    }

    /// Inside the document by number, which follows every change; to another document by title, which its company
    /// cannot shift.
    private static String reference(Template template, Map<String, String> labels, String to) {
        if (to.startsWith("#")) {
            return labels.getOrDefault(to.substring(1), template.words().gone());
        }
        var title = template.titles().get(to);
        return title == null ? template.words().gone() : title;
    }

    private static void closing(Template template, Facts facts, List<Section> sections) {
        var words = template.words();
        var date = facts.said("document.date");
        if (template.kind() == Template.Kind.REGULATION && date != null) {
            var sentence = MessageFormat.format(words.effect(), Marks.plain(date));
            sections.add(new Section(
                    "supplement",
                    "",
                    Section.Kind.CLOSING,
                    words.supplement(),
                    List.of(new Block.Paragraph("", List.of(run(sentence))))));
        }
        var history = history(words, facts.table("revisions"));
        if (history != null) {
            sections.add(new Section("revisions", "", Section.Kind.CLOSING, words.history(), List.of(history)));
        }
    }

    private static Block.@Nullable Table history(Template.Words words, List<Map<String, String>> revisions) {
        if (revisions.isEmpty()) {
            return null;
        }
        var columns = List.of("number", "date", "person", "change");
        return new Block.Table(
                words.revisions().stream().map(title -> List.of(run(title))).toList(),
                revisions.stream()
                        .map(row -> columns.stream()
                                .map(column -> List.of(run(Marks.plain(row.getOrDefault(column, "")))))
                                .toList())
                        .toList());
    }

    private static Block.Run run(String text) {
        return new Block.Run(text, Block.Look.PLAIN, null);
    }
}
