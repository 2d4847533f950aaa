package org.hoshimori.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// Writes a Word document (ISO/IEC 29500) with real styles, headings, numbering, tables, header and footer; every run
/// names a font for East Asian letters. One object makes one document; it is not for several threads. Errors:
/// [UncheckedIOException] when a template cannot be read, see [WordCheck#problems].
public final class WordPaper {

    /// Letters with one look; a line break is `\n`.
    public record Piece(
            String text, Weight weight, @Nullable String href) {}

    /// How heavy letters are.
    public enum Weight {
        PLAIN,
        STRONG
    }

    private static final int HANGING = 420;

    private final XWPFDocument document;
    private final WordStyles styles;
    private final WordNumbers numbers;
    private boolean pageBegun;

    /// A document on plain paper, or in the look of the company's own template: its styles, its header and footer.
    public WordPaper(WordLook look) {
        try {
            var template = look.template();
            this.document =
                    template == null ? new XWPFDocument() : new XWPFDocument(new ByteArrayInputStream(template));
            if (template != null) {
                empty();
            }
            this.styles = new WordStyles(document);
            this.numbers = new WordNumbers(document);
            styles.write();
            WordFrame.around(document, look);
        } catch (IOException e) {
            throw new UncheckedIOException("the Word template cannot be read", e);
        }
    }

    /// The text of a template is a sample: only its looks stay.
    private void empty() {
        for (var i = document.getBodyElements().size() - 1; i >= 0; i--) {
            document.removeBodyElement(i);
        }
    }

    public void title(String text) {
        write(paragraph(WordStyles.TITLE), List.of(new Piece(text, Weight.PLAIN, null)));
    }

    /// A heading of level 1 to 3.
    public void heading(int level, String text) {
        write(paragraph(WordStyles.heading(level)), List.of(new Piece(text, Weight.PLAIN, null)));
    }

    /// A heading of level 1 on a new page; numbered headings under it begin again at one.
    public void chapter(String text) {
        numbers.beginHeadings();
        var paragraph = paragraph(WordStyles.heading(1));
        paragraph.setPageBreak(!pageBegun);
        pageBegun = false;
        write(paragraph, List.of(new Piece(text, Weight.PLAIN, null)));
    }

    /// A heading that Word numbers itself, such as 第1条: moving one renumbers the others.
    ///
    /// @param level 1 to 3
    /// @param pattern how the number is written, with %1 where it stands
    public void numberedHeading(int level, String pattern, String text) {
        var paragraph = paragraph(WordStyles.heading(level));
        paragraph.setNumID(numbers.headings(pattern));
        paragraph.setNumILvl(BigInteger.ZERO);
        write(paragraph, List.of(new Piece(text, Weight.PLAIN, null)));
    }

    public void paragraph(List<Piece> pieces) {
        write(paragraph(WordStyles.BODY), pieces);
    }

    /// A line of those who sign, at the right edge and together with the next.
    public void signature(List<Piece> pieces) {
        var paragraph = paragraph(WordStyles.BODY);
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setKeepNext(true);
        write(paragraph, pieces);
    }

    /// A paragraph under a label of its own, such as the number of a 項.
    public void labelled(String label, List<Piece> pieces) {
        var paragraph = paragraph(WordStyles.BODY);
        paragraph.setIndentationLeft(HANGING);
        paragraph.setIndentationHanging(HANGING);
        paragraph.createRun().setText(label);
        paragraph.createRun().addTab();
        write(paragraph, pieces);
    }

    /// A new list that Word numbers from one; its items follow by [#item].
    public BigInteger list(WordNumbers.Kind kind) {
        return numbers.list(kind);
    }

    /// @param depth 0 for an item of the list itself, 1 for one inside an item
    public void item(BigInteger list, int depth, List<Piece> pieces) {
        var paragraph = paragraph(WordStyles.LIST);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(depth));
        write(paragraph, pieces);
    }

    /// A table whose head is repeated on every page.
    public void table(List<List<Piece>> head, List<List<List<Piece>>> rows) {
        var table = document.createTable(rows.size() + 1, Math.max(1, head.size()));
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        row(table, 0, head, WordStyles.TABLE_HEAD);
        for (var i = 0; i < rows.size(); i++) {
            row(table, i + 1, rows.get(i), WordStyles.TABLE_CELL);
        }
        paragraph(WordStyles.BODY);
    }

    private void row(XWPFTable table, int place, List<List<Piece>> cells, String style) {
        for (var column = 0; column < cells.size(); column++) {
            var paragraph = table.getRow(place).getCell(column).getParagraphs().getFirst();
            paragraph.setStyle(style);
            write(paragraph, cells.get(column));
        }
    }

    /// A table of contents that Word fills when the document is opened.
    public void contents(String heading, String hint) {
        write(paragraph(WordStyles.CONTENTS), List.of(new Piece(heading, Weight.PLAIN, null)));
        var paragraph = paragraph(WordStyles.BODY);
        field(paragraph, " TOC \\o \"1-2\" \\h \\z \\u ", hint);
        document.enforceUpdateFields();
        pageBegun = true;
        paragraph.createRun().addBreak(BreakType.PAGE);
    }

    static void field(XWPFParagraph paragraph, String instruction, String shown) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        paragraph.createRun().setText(shown);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    /// What is wrong with a template from outside; see [WordCheck#problems].
    public static List<String> problems(byte[] content) {
        var found = WordCheck.problems(content);
        return found.isEmpty() && !opens(content) ? List.of("kind") : found;
    }

    /// Tried once before it is kept: a template that cannot be opened would break every document of the company.
    private static boolean opens(byte[] content) {
        try {
            return new WordPaper(new WordLook("", "", "", "", content)).bytes().length > 0;
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /// The file.
    public byte[] bytes() {
        try (var out = new ByteArrayOutputStream();
                document) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XWPFParagraph paragraph(String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private void write(XWPFParagraph paragraph, List<Piece> pieces) {
        for (var piece : pieces) {
            var href = piece.href();
            var run = href == null ? paragraph.createRun() : paragraph.createHyperlinkRun(href);
            run.setBold(piece.weight() == Weight.STRONG);
            var lines = XmlCharacters.allowed(piece.text()).split("\n", -1);
            for (var i = 0; i < lines.length; i++) {
                if (i > 0) {
                    run.addBreak();
                }
                run.setText(lines[i], i);
            }
        }
    }
}
