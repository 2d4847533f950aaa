package org.hoshimori.template;

import java.util.List;
import org.hoshimori.template.Block.Item;
import org.hoshimori.template.Block.Items;
import org.hoshimori.template.Block.Look;
import org.hoshimori.template.Block.Run;

/// Writes a composition as well-formed HTML. The only place that makes tags of a document; every letter of it is
/// escaped.
final class HtmlPrint {

    private final StringBuilder out = new StringBuilder();
    private final String prefix;
    private final int level;

    HtmlPrint() {
        this("", 2);
    }

    /// @param prefix before the ids of clauses, so that no two of a book are alike
    /// @param level of the headings of clauses
    private HtmlPrint(String prefix, int level) {
        this.prefix = prefix;
        this.level = level;
    }

    static String book(Composition.Book book) {
        var out = new StringBuilder();
        for (var chapter : book.chapters()) {
            out.append("<section class=\"chapter new-page\" id=\"chapter-")
                    .append(escaped(chapter.id()))
                    .append("\"><h2>")
                    .append(escaped(chapter.heading()))
                    .append("</h2><p class=\"soft\">")
                    .append(escaped(chapter.standing()))
                    .append("</p>");
            var print = new HtmlPrint(chapter.id() + "-", 3);
            chapter.sections().forEach(print::section);
            out.append(print.out).append("</section>");
        }
        return out.toString();
    }

    String print(Composition composition) {
        composition.sections().forEach(this::section);
        return out.toString();
    }

    private void section(Section section) {
        out.append(
                        section.kind() == Section.Kind.SIGNATURE
                                ? "<section class=\"clause sign\""
                                : "<section class=\"clause\"")
                .append(" id=\"clause-")
                .append(escaped(prefix + section.clauseId()))
                .append(section.inJapanese() == null ? "\">" : "\" lang=\"ja\">");
        if (section.headed()) {
            heading(level, () -> out.append(escaped(section.heading())));
        }
        if (section.inJapanese() != null) {
            out.append("<p class=\"soft\" lang=\"en\">")
                    .append(escaped(section.inJapanese()))
                    .append("</p>");
        }
        section.blocks().forEach(this::block);
        out.append("</section>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var label, var runs) -> {
                out.append(
                        label.isEmpty()
                                ? "<p>"
                                : "<p class=\"numbered\"><span class=\"number\">" + escaped(label) + "</span> ");
                runs(runs);
                out.append("</p>");
            }
            case Items items -> items(items);
            case Block.Table table -> table(table);
            case Block.Subheading(var runs) -> heading(level + 1, () -> runs(runs));
        }
    }

    private void heading(int depth, Runnable words) {
        out.append("<h").append(depth).append('>');
        words.run();
        out.append("</h").append(depth).append('>');
    }

    private void items(Items items) {
        out.append("<ul class=\"labelled\">");
        for (Item item : items.items()) {
            out.append("<li><span class=\"number\">")
                    .append(escaped(item.label()))
                    .append("</span> ");
            runs(item.runs());
            item.inner().forEach(this::items);
            out.append("</li>");
        }
        out.append("</ul>");
    }

    private void table(Block.Table table) {
        out.append("<table><thead><tr>");
        // An empty corner heads nothing: as a heading it would only confuse whoever listens to the page.
        table.head().forEach(cell -> {
            if (Block.text(cell).isBlank()) {
                cell("td", "td", cell);
            } else {
                cell("th scope=\"col\"", "th", cell);
            }
        });
        out.append("</tr></thead><tbody>");
        table.rows().forEach(row -> {
            out.append("<tr>");
            row.forEach(cell -> cell("td", "td", cell));
            out.append("</tr>");
        });
        out.append("</tbody></table>");
    }

    private void cell(String open, String close, List<Run> runs) {
        out.append('<').append(open).append('>');
        runs(runs);
        out.append("</").append(close).append('>');
    }

    private void runs(List<Run> runs) {
        for (var run : runs) {
            var text = escaped(run.text()).replace("\n", "<br/>");
            var looked = run.look() == Look.STRONG ? "<strong>" + text + "</strong>" : text;
            out.append(
                    run.href() == null
                            ? looked
                            : "<a href=\"" + escaped(run.href()) + "\" rel=\"nofollow noopener\">" + looked + "</a>");
        }
    }

    /// Also without the control characters that XML does not know.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .filter(letter -> letter >= 0x20 || letter == '\n' || letter == '\t')
                .filter(letter -> letter != 0xFFFE && letter != 0xFFFF && !(letter >= 0xD800 && letter <= 0xDFFF))
                .forEach(letter -> {
                    switch (letter) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(letter);
                    }
                });
        return safe.toString();
    }
}
