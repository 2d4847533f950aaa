package org.hoshimori.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The styles of a Word document. A template that has one of them keeps its own.
final class WordStyles {

    static final String TITLE = "Title";
    static final String BODY = "BodyText";
    static final String LIST = "ListParagraph";
    static final String CONTENTS = "TOCHeading";
    static final String TABLE_HEAD = "TableHead";
    static final String TABLE_CELL = "TableCell";

    /// The font of our PDFs; Word takes one of its own where it is missing.
    private static final String FONT = "BIZ UDPGothic";

    private final XWPFDocument document;

    WordStyles(XWPFDocument document) {
        this.document = document;
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    void write() {
        var styles = document.createStyles();
        if (styles.getStyle("Normal") == null) {
            styles.setEastAsia("ja-JP");
            defaults();
        }
        style(TITLE, "Title", 36, 240, true, 0);
        style(heading(1), "heading 1", 26, 240, true, 1);
        style(heading(2), "heading 2", 23, 200, true, 2);
        style(heading(3), "heading 3", 21, 160, true, 3);
        style(BODY, "Body Text", 21, 80, false, 0);
        style(LIST, "List Paragraph", 21, 40, false, 0);
        style(CONTENTS, "TOC Heading", 26, 240, true, 0);
        style(TABLE_HEAD, "Table Head", 19, 20, true, 0);
        style(TABLE_CELL, "Table Cell", 19, 20, false, 0);
    }

    private void defaults() {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setEastAsia(FONT);
        fonts.setCs(FONT);
        document.getStyles().setDefaultFonts(fonts);
        document.getStyles().setSpellingLanguage("ja-JP");
    }

    /// @param half size in half points
    /// @param before space above in twentieths of a point
    /// @param outline level in the outline, 0 for none
    private void style(String id, String name, int half, int before, boolean bold, int outline) {
        if (document.getStyles().getStyle(id) != null) {
            return;
        }
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        if (outline > 0) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline - 1));
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(40));
        var run = style.addNewRPr();
        var fonts = run.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setEastAsia(FONT);
        if (bold) {
            run.addNewB();
        }
        run.addNewSz().setVal(BigInteger.valueOf(half));
        document.getStyles().addStyle(new XWPFStyle(style));
    }
}
