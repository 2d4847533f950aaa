package org.hoshimori.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.Edition;
import org.jspecify.annotations.Nullable;

/// Reads `documents/blanks/*.yaml` of an edition, with English laid over where there is some.
final class BlankReader {

    static final String FOLDER = "blanks/";

    private final List<Fault> faults;

    BlankReader(List<Fault> faults) {
        this.faults = faults;
    }

    /// All blanks by id in the order of the files.
    Map<String, Blank> read(List<Edition.DocumentText> texts, List<Edition.DocumentText> translations) {
        var translated = new LinkedHashMap<String, SourceText>();
        var topics = new LinkedHashMap<String, String>();
        for (var text : blanks(translations)) {
            var source = SourceText.read(text, text.text(), faults);
            topics.put(source.said("id"), source.said("title", ""));
            source.each("blanks").forEach(blank -> translated.put(blank.said("id"), blank));
        }
        var found = new LinkedHashMap<String, Blank>();
        for (var text : blanks(texts)) {
            var source = SourceText.read(text, text.text(), faults);
            var title = topics.getOrDefault(source.said("id"), source.said("title"));
            for (var one : source.each("blanks")) {
                var blank = blank(one.under(translated.get(one.said("id"))), one, title);
                if (blank != null && found.put(blank.id(), blank) != null) {
                    one.fault(
                            "The blank '" + blank.id() + "' is asked twice.", "Ask it once; it serves every document.");
                }
            }
        }
        translated.forEach((id, said) -> {
            if (!found.containsKey(id)) {
                said.fault("No blank '" + id + "' is asked.", "Write the id of a blank.");
            }
        });
        return found;
    }

    private static List<Edition.DocumentText> blanks(List<Edition.DocumentText> texts) {
        return texts.stream().filter(text -> text.path().startsWith(FOLDER)).toList();
    }

    private static @Nullable Blank blank(SourceText said, SourceText original, String topic) {
        var id = said.said("id");
        var title = said.said("title");
        var hint = said.maybe("hint");
        var example = said.maybe("example");
        var why = said.maybe("why");
        var own = "own".equals(original.maybe("basis"));
        return switch (original.said("kind")) {
            case "text" -> new Blank.Text(id, title, topic, hint, example, why, own, said.said("default"));
            case "long-text" -> new Blank.LongText(id, title, topic, hint, example, why, own, said.said("default"));
            case "number" ->
                new Blank.Amount(
                        id,
                        title,
                        topic,
                        hint,
                        example,
                        why,
                        own,
                        said.said("unit"),
                        original.number("least"),
                        original.number("most"),
                        amount(original));
            case "date" -> new Blank.Day(id, title, topic, hint, example, why, own);
            case "person" -> new Blank.Person(id, title, topic, hint, example, why, own, original.said("default"));
            case "table" ->
                new Blank.Rows(
                        id, title, topic, hint, example, why, own, columns(said, original), rows(said, original));
            default -> listed(said, original, topic);
        };
    }

    private static @Nullable Blank listed(SourceText said, SourceText original, String topic) {
        var id = said.said("id");
        var title = said.said("title");
        var hint = said.maybe("hint");
        var example = said.maybe("example");
        var why = said.maybe("why");
        var own = "own".equals(original.maybe("basis"));
        return switch (original.said("kind")) {
            case "choice" ->
                new Blank.Choice(
                        id,
                        title,
                        topic,
                        hint,
                        example,
                        why,
                        own,
                        options(said, original),
                        option(original, original.said("default")));
            case "choices" ->
                new Blank.Choices(
                        id,
                        title,
                        topic,
                        hint,
                        example,
                        why,
                        own,
                        options(said, original),
                        original.texts("default").stream()
                                .map(one -> option(original, one))
                                .toList());
            default -> {
                original.fault(
                        "The kind of blank is unknown.",
                        "Write text, long-text, number, date, choice, choices, person or table.");
                yield null;
            }
        };
    }

    private static int amount(SourceText blank) {
        var amount = blank.number("default");
        if (amount == null) {
            blank.fault("The default is missing.", "Write default: and a whole number, so that no document has a gap.");
            return 0;
        }
        return amount;
    }

    private static String option(SourceText blank, String id) {
        if (blank.each("options").stream().noneMatch(one -> one.said("id").equals(id))) {
            blank.fault("The default '" + id + "' is no option.", "Write the id of an option.");
        }
        return id;
    }

    /// The options of the original, in its order, with the titles of the translation.
    private static List<Blank.Option> options(SourceText said, SourceText original) {
        var titles = titles(said, "options");
        return original.each("options").stream()
                .map(one -> new Blank.Option(one.said("id"), titles.getOrDefault(one.said("id"), one.said("title"))))
                .toList();
    }

    private static List<Blank.Column> columns(SourceText said, SourceText original) {
        var titles = titles(said, "columns");
        return original.each("columns").stream()
                .map(one -> new Blank.Column(one.said("id"), titles.getOrDefault(one.said("id"), one.said("title"))))
                .toList();
    }

    private static Map<String, String> titles(SourceText said, String key) {
        var titles = new LinkedHashMap<String, String>();
        said.each(key).forEach(one -> titles.put(one.said("id"), one.said("title")));
        return titles;
    }

    private static List<Map<String, String>> rows(SourceText said, SourceText original) {
        var columns = new HashSet<String>();
        original.each("columns").forEach(one -> columns.add(one.said("id")));
        var rows = new ArrayList<Map<String, String>>();
        for (var row : said.each("default")) {
            var cells = new LinkedHashMap<String, String>();
            row.values().forEach((column, text) -> {
                if (!columns.contains(column)) {
                    original.fault(
                            "The default has a column '" + column + "' that the table has not.",
                            "Use the ids of the columns.");
                }
                cells.put(column, String.valueOf(text));
            });
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            original.fault("The default is missing.", "Write one row at least, so that no document has a gap.");
        }
        return rows;
    }
}
