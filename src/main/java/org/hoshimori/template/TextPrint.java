package org.hoshimori.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.template.Block.Items;
import org.hoshimori.template.Block.Look;
import org.hoshimori.template.Block.Run;

/// Writes a composition as plain lines and as Markdown.
final class TextPrint {

    private static final String MEANING = "\\`*_{}[]<>#|";

    private TextPrint() {}

    static String plain(Composition composition) {
        var lines = new ArrayList<String>();
        lines.add(composition.title());
        for (var section : composition.sections()) {
            if (section.headed()) {
                lines.add(section.heading());
            }
            if (section.inJapanese() != null) {
                lines.add(section.inJapanese());
            }
            section.blocks().forEach(block -> plain(block, lines));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void plain(Block block, List<String> lines) {
        switch (block) {
            case Block.Paragraph(var label, var runs) -> lines.add(labelled(label, Block.text(runs)));
            case Items items -> items(items, "", lines);
            case Block.Table(var head, var rows) -> {
                lines.add(row(head));
                rows.forEach(cells -> lines.add(row(cells)));
            }
            case Block.Subheading(var runs) -> lines.add(Block.text(runs));
        }
    }

    private static void items(Items items, String indent, List<String> lines) {
        for (var item : items.items()) {
            lines.add(indent + labelled(item.label(), Block.text(item.runs())));
            item.inner().forEach(inner -> items(inner, indent + "\u3000", lines));
        }
    }

    private static String labelled(String label, String text) {
        return label.isEmpty() ? text : label + "\u3000" + text;
    }

    private static String row(List<List<Run>> cells) {
        return cells.stream().map(Block::text).collect(Collectors.joining("\t"));
    }

    static String markdown(Composition composition) {
        var out = new StringBuilder("# ").append(escaped(composition.title())).append("\n");
        composition.sections().forEach(section -> markdown(section, 2, out));
        return out.toString();
    }

    static String markdown(Composition.Book book) {
        var out = new StringBuilder("# ").append(escaped(book.title())).append("\n");
        for (var chapter : book.chapters()) {
            out.append("\n## ").append(escaped(chapter.heading())).append("\n\n");
            out.append(escaped(chapter.standing())).append("\n");
            chapter.sections().forEach(section -> markdown(section, 3, out));
        }
        return out.toString();
    }

    private static void markdown(Section section, int level, StringBuilder out) {
        if (section.headed()) {
            out.append("\n")
                    .append("#".repeat(level))
                    .append(" ")
                    .append(escaped(section.heading()))
                    .append("\n");
        }
        if (section.inJapanese() != null) {
            out.append("\n").append(escaped(section.inJapanese())).append("\n");
        }
        section.blocks().forEach(block -> markdown(block, level, out));
    }

    private static void markdown(Block block, int level, StringBuilder out) {
        out.append("\n");
        switch (block) {
            case Block.Paragraph(var label, var runs) ->
                out.append(labelled(label, marked(runs))).append("\n");
            case Items items -> markdown(items, "", out);
            case Block.Table(var head, var rows) -> {
                markdownRow(head, out);
                out.append("|").append("---|".repeat(head.size())).append("\n");
                rows.forEach(cells -> markdownRow(cells, out));
            }
            case Block.Subheading(var runs) ->
                out.append("#".repeat(level + 1))
                        .append(" ")
                        .append(marked(runs))
                        .append("\n");
        }
    }

    private static void markdown(Items items, String indent, StringBuilder out) {
        for (var item : items.items()) {
            out.append(indent)
                    .append("- ")
                    .append(labelled(item.label(), marked(item.runs())))
                    .append("\n");
            item.inner().forEach(inner -> markdown(inner, indent + "  ", out));
        }
    }

    private static void markdownRow(List<List<Run>> cells, StringBuilder out) {
        cells.forEach(
                cell -> out.append("| ").append(marked(cell).replace("\n", " ")).append(" "));
        out.append("|\n");
    }

    private static String marked(List<Run> runs) {
        return runs.stream()
                .map(run -> {
                    var text = escaped(run.text()).replace("\n", "  \n");
                    var looked = run.look() == Look.STRONG ? "**" + text + "**" : text;
                    return run.href() == null ? looked : "[" + looked + "](" + run.href() + ")";
                })
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.chars().forEach(letter -> {
            if (MEANING.indexOf(letter) >= 0) {
                out.append('\\');
            }
            out.append((char) letter);
        });
        return out.toString();
    }
}
