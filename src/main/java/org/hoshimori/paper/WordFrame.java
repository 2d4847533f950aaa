package org.hoshimori.paper;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Page, header and footer: A4 with the company above, page x / y below. A template's own header and footer stay.
final class WordFrame {

    private static final BigInteger WIDTH = BigInteger.valueOf(11906);
    private static final BigInteger HEIGHT = BigInteger.valueOf(16838);
    private static final BigInteger MARGIN = BigInteger.valueOf(1418);

    private WordFrame() {}

    static void around(XWPFDocument document, WordLook look) {
        document.getProperties().getCoreProperties().setTitle(look.title());
        document.getProperties().getCoreProperties().setCreator(look.company());
        if (look.template() == null) {
            page(document);
        }
        if (document.getHeaderList().isEmpty()) {
            var paragraph = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            var run = paragraph.createRun();
            run.setFontSize(9);
            run.setText(String.join("\u3000", look.mark(), look.company(), look.title())
                    .strip());
        }
        if (document.getFooterList().isEmpty()) {
            foot(document, look);
        }
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(WIDTH);
        size.setH(HEIGHT);
        var margin = section.addNewPgMar();
        margin.setTop(MARGIN);
        margin.setBottom(MARGIN);
        margin.setLeft(MARGIN);
        margin.setRight(MARGIN);
    }

    private static void foot(XWPFDocument document, WordLook look) {
        var footer = document.createFooter(HeaderFooterType.DEFAULT);
        var pages = footer.createParagraph();
        pages.setAlignment(ParagraphAlignment.CENTER);
        WordPaper.field(pages, " PAGE ", "1");
        pages.createRun().setText(" / ");
        WordPaper.field(pages, " NUMPAGES ", "1");
        if (!look.foot().isEmpty()) {
            var note = footer.createParagraph();
            note.setAlignment(ParagraphAlignment.CENTER);
            var run = note.createRun();
            run.setFontSize(8);
            run.setText(XmlCharacters.allowed(look.foot()));
        }
    }
}
