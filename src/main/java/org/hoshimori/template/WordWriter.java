package org.hoshimori.template;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hoshimori.paper.WordNumbers;
import org.hoshimori.paper.WordPaper;
import org.hoshimori.paper.WordPaper.Piece;
import org.hoshimori.paper.WordPaper.Weight;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Writes a composition as a Word document in which Word itself counts articles and items.
@Component
public final class WordWriter {

    private static final Pattern COUNT = Pattern.compile("[0-9]+");

    private final MessageSource texts;

    WordWriter(MessageSource texts) {
        this.texts = texts;
    }

    /// The .docx; articles stand under a table of contents. Errors: UncheckedIOException when the company's own
    /// template cannot be read.
    public byte[] word(Composition composition, WordLook look) {
        var paper = begun(composition.title(), look);
        if (composition.sections().stream().anyMatch(section -> section.kind() == Section.Kind.ARTICLE)) {
            contents(paper);
        }
        composition.sections().forEach(section -> section(section, 1, paper));
        return ended(paper, look);
    }

    /// The chapters of a book in one .docx under one table of contents; each begins a page and counts from one. Errors
    /// as of the other.
    public byte[] word(Composition.Book book, WordLook look) {
        var paper = begun(book.title(), look);
        contents(paper);
        for (var chapter : book.chapters()) {
            paper.chapter(chapter.heading());
            paper.paragraph(List.of(new Piece(chapter.standing(), Weight.PLAIN, null)));
            chapter.sections().forEach(section -> section(section, 2, paper));
        }
        return ended(paper, look);
    }

    /// A template of the company's own may have no room for our mark in its header: then the title carries it.
    private static WordPaper begun(String title, WordLook look) {
        var paper = new WordPaper(
                new org.hoshimori.paper.WordLook(look.company(), title, look.foot(), look.mark(), look.template()));
        paper.title(look.template() == null ? title : (look.mark() + " " + title).strip());
        return paper;
    }

    private void contents(WordPaper paper) {
        paper.contents(texts.getMessage("template.contents", null, Locale.JAPANESE), "");
    }

    private static byte[] ended(WordPaper paper, WordLook look) {
        if (look.template() != null && !look.foot().isEmpty()) {
            paper.paragraph(List.of(new Piece(look.foot(), Weight.PLAIN, null)));
        }
        return paper.bytes();
    }

    private static void section(Section section, int level, WordPaper paper) {
        switch (section.kind()) {
            case PREAMBLE, SIGNATURE -> {}
            case ARTICLE ->
                paper.numberedHeading(
                        level, COUNT.matcher(section.label()).replaceAll("%1"), "\uFF08" + section.title() + "\uFF09");
            case PART, FORM, CLOSING -> paper.heading(level, section.heading());
        }
        if (section.inJapanese() != null) {
            paper.paragraph(List.of(new Piece(section.inJapanese(), Weight.PLAIN, null)));
        }
        section.blocks().forEach(block -> block(block, section, level, paper));
    }

    private static void block(Block block, Section section, int level, WordPaper paper) {
        switch (block) {
            case Block.Paragraph(var label, var runs) -> {
                if (section.kind() == Section.Kind.SIGNATURE) {
                    paper.signature(pieces(runs));
                } else if (label.isEmpty()) {
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
            case Block.Subheading(var runs) -> paper.heading(level + 1, Block.text(runs));
        }
    }

    private static BigInteger list(Block.Items items, Section section, WordPaper paper) {
        var first = items.items().getFirst().label();
        if (first.equals("\u30FB") || first.equals("\u2022")) {
            return paper.list(WordNumbers.Kind.DOTS);
        }
        return paper.list(section.kind() == Section.Kind.ARTICLE ? WordNumbers.Kind.ITEMS : WordNumbers.Kind.STEPS);
    }

    private static void items(Block.Items items, BigInteger list, int depth, WordPaper paper) {
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
