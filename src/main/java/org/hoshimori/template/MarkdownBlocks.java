package org.hoshimori.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.hoshimori.template.Block.Item;
import org.hoshimori.template.Block.Items;
import org.hoshimori.template.Block.Look;
import org.hoshimori.template.Block.Run;
import org.jspecify.annotations.Nullable;

/// Reads Markdown into blocks: paragraphs, lists, tables, subheadings, strong words, https links and references. All
/// else is plain text; HTML is never more than its letters.
final class MarkdownBlocks {

    private static final Pattern TOKEN = Pattern.compile(Marks.OPEN + "([0-9]{1,6})" + Marks.CLOSE);

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class))
            .build();

    private final boolean articles;
    private final Template.Words words;
    private final UnaryOperator<String> references;
    private final List<String> said;
    private int paragraphs;

    /// @param numbering whether paragraphs and items are numbered as in a regulation
    /// @param words how the language of the document counts
    /// @param references gives the words for a reference such as `#passwords`
    /// @param said the facts behind the tokens
    MarkdownBlocks(Numbering numbering, Template.Words words, UnaryOperator<String> references, List<String> said) {
        this.articles = numbering == Numbering.ARTICLES;
        this.words = words;
        this.references = references;
        this.said = said;
    }

    /// How a document counts inside a clause.
    enum Numbering {
        ARTICLES,
        PLAIN
    }

    List<Block> read(String markdown) {
        var blocks = new ArrayList<Block>();
        each(PARSER.parse(markdown), node -> add(node, blocks));
        return blocks;
    }

    private void add(Node node, List<Block> blocks) {
        switch (node) {
            case org.commonmark.node.Paragraph paragraph -> {
                var runs = runs(paragraph);
                if (!Block.text(runs).isBlank()) {
                    paragraphs++;
                    var label = articles && paragraphs > 1 ? String.valueOf(paragraphs) : "";
                    blocks.add(new Block.Paragraph(label, runs));
                }
            }
            case Heading heading -> blocks.add(new Block.Subheading(runs(heading)));
            case ListBlock list -> blocks.add(items(list, 1));
            case TableBlock table -> blocks.add(table(table));
            default -> each(node, child -> add(child, blocks));
        }
    }

    private Items items(ListBlock list, int level) {
        var items = new ArrayList<Item>();
        each(list, item -> {
            var runs = new ArrayList<Run>();
            var inner = new ArrayList<Items>();
            each(item, child -> {
                if (child instanceof ListBlock nested) {
                    inner.add(items(nested, level + 1));
                } else {
                    if (!runs.isEmpty()) {
                        runs.add(new Run("\n", Look.PLAIN, null));
                    }
                    runs.addAll(runs(child));
                }
            });
            items.add(new Item(label(list, level, items.size() + 1), runs, inner));
        });
        return new Items(items);
    }

    private String label(ListBlock list, int level, int place) {
        if (!(list instanceof OrderedList)) {
            return words.bullet();
        }
        if (!articles) {
            return level == 1 ? place + "." : "(" + place + ")";
        }
        var steps = words.steps();
        return switch (level) {
            case 1 -> "(" + place + ")";
            case 2 -> String.valueOf(steps.charAt((place - 1) % steps.length()));
            default -> "(" + steps.charAt((place - 1) % steps.length()) + ")";
        };
    }

    private Block.Table table(TableBlock table) {
        var head = new ArrayList<List<Run>>();
        var rows = new ArrayList<List<List<Run>>>();
        each(
                table,
                part -> each(part, row -> {
                    if (row instanceof TableRow) {
                        var cells = new ArrayList<List<Run>>();
                        each(row, cell -> {
                            if (cell instanceof TableCell) {
                                cells.add(runs(cell));
                            }
                        });
                        if (part instanceof TableHead) {
                            head.addAll(cells);
                        } else {
                            rows.add(cells);
                        }
                    }
                }));
        return new Block.Table(head, rows);
    }

    private List<Run> runs(Node node) {
        var runs = new ArrayList<Run>();
        each(node, child -> add(child, Look.PLAIN, null, runs));
        return joined(runs);
    }

    private void add(Node node, Look look, @Nullable String href, List<Run> runs) {
        switch (node) {
            case Text text -> runs.add(new Run(facts(text.getLiteral()), look, href));
            case Code code -> runs.add(new Run(facts(code.getLiteral()), look, href));
            case HtmlInline html -> runs.add(new Run(facts(html.getLiteral()), look, href));
            case SoftLineBreak _ -> runs.add(new Run("", look, href));
            case HardLineBreak _ -> runs.add(new Run("\n", look, href));
            case StrongEmphasis strong -> each(strong, child -> add(child, Look.STRONG, href, runs));
            case Link link -> link(link, look, runs);
            default -> each(node, child -> add(child, look, href, runs));
        }
    }

    private void link(Link link, Look look, List<Run> runs) {
        var to = link.getDestination();
        if (to.startsWith("https://") && address(to)) {
            each(link, child -> add(child, look, to, runs));
        } else if (link.getFirstChild() == null) {
            runs.add(new Run(references.apply(to), look, null));
        } else {
            each(link, child -> add(child, look, null, runs));
        }
    }

    private static boolean address(String to) {
        try {
            return new URI(to).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Puts the facts where their tokens stand. Tokens that somebody wrote as entities stand for nothing.
    private String facts(String text) {
        return Marks.plain(TOKEN.matcher(text).replaceAll(token -> {
            var number = Integer.parseInt(token.group(1));
            return number < said.size() ? Matcher.quoteReplacement(said.get(number)) : "";
        }));
    }

    /// Neighbours of one look become one run, so that equal texts are equal.
    private static List<Run> joined(List<Run> runs) {
        var joined = new ArrayList<Run>();
        for (var run : runs) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.look() == run.look() && java.util.Objects.equals(last.href(), run.href())) {
                joined.set(joined.size() - 1, new Run(last.text() + run.text(), run.look(), run.href()));
            } else if (!run.text().isEmpty()) {
                joined.add(run);
            }
        }
        return joined;
    }

    private static void each(Node parent, java.util.function.Consumer<Node> visitor) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            visitor.accept(child);
        }
    }
}
