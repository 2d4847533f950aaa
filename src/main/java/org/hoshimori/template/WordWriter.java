package org.hoshimori.template;

import java.math.BigInteger;
import java.text.MessageFormat;
import java.util.List;
import org.hoshimori.paper.WordLook;
import org.hoshimori.paper.WordNumbers;
import org.hoshimori.paper.WordPaper;
import org.hoshimori.paper.WordPaper.Piece;
import org.hoshimori.paper.WordPaper.Weight;
import org.jspecify.annotations.Nullable;

/// Writes a composition as a Word document in which Word itself counts articles and items.
public final class WordWriter {

    private final Template.Words words;
    private final Template.Kind kind;

    /// @param template the template that the composition came from
    public WordWriter(Template template) {
        this.words = template.words();
        this.kind = template.kind();
    }

    /// The .docx.
    ///
    /// @param contents heading of the table of contents; null for none
    public byte[] word(Composition composition, WordLook look, @Nullable String contents) {
        var paper = new WordPaper(look);
        paper.title(composition.title());
        if (contents != null) {
            paper.contents(contents, "");
        }
        for (var section : composition.sections()) {
            heading(section, paper);
            section.blocks().forEach(block -> block(block, section, paper));
        }
        return paper.bytes();
    }

    private void heading(Section section, WordPaper paper) {
        switch (section.kind()) {
            case PREAMBLE -> {}
            case ARTICLE ->
                paper.numberedHeading(MessageFormat.format(words.article(), "%1"), "\uFF08" + section.title() + "\uFF09");
            case PART, FORM, CLOSING -> paper.heading(1, section.heading());
        }
    }

    private void block(Block block, Section section, WordPaper paper) {
        switch (block) {
            case Block.Paragraph(var label, var runs) -> {
                if (label.isEmpty()) {
                    paper.paragraph(pieces(runs));
                } else {
                    paper.labelled(label, pieces(runs));
                }
            }
            case Block.Items items -> items(items, list(items, section, paper), 0, paper);
            case Block.Table(var head, var rows) ->
                paper.table(
                        head.stream().map(WordWriter::pieces).toList(),
                        rows.stream()
                                .map(row -> row.stream().map(WordWriter::pieces).toList())
                                .toList());
            case Block.Subheading(var runs) -> paper.heading(2, Block.text(runs));
        }
    }

    private BigInteger list(Block.Items items, Section section, WordPaper paper) {
        var first = items.items().getFirst().label();
        if (first.equals("\u30FB")) {
            return paper.list(WordNumbers.Kind.DOTS);
        }
        var counted = kind.articles() && section.kind() == Section.Kind.ARTICLE;
        return paper.list(counted ? WordNumbers.Kind.ITEMS : WordNumbers.Kind.STEPS);
    }

    private void items(Block.Items items, BigInteger list, int depth, WordPaper paper) {
        for (var item : items.items()) {
            paper.item(list, depth, pieces(item.runs()));
            item.inner().forEach(inner -> items(inner, list, depth + 1, paper));
        }
    }

    private static List<Piece> pieces(List<Block.Run> runs) {
        return runs.stream()
                .map(run -> new Piece(
                        run.text(), run.look() == Block.Look.STRONG ? Weight.STRONG : Weight.PLAIN, run.href()))
                .toList();
    }
}
