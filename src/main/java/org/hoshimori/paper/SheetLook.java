package org.hoshimori.paper;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/// What a sheet looks like on the screen and on paper: first row the title, second the header, then the rows.
final class SheetLook {

    static final int TITLE_ROW = 0;
    static final int HEADER_ROW = 1;
    static final int FIRST_ROW = 2;
    static final int TEXT_SIZE = 11;

    private static final int TITLE_SIZE = 16;
    private static final int SMALL_SIZE = 9;
    private static final int LONGEST_TEXT = 32_767;
    private static final String NIGHT = "FF00234B";
    private static final String SKY = "FFDCF0FF";
    private static final String RED = "FFA90000";
    private static final String PRINTED_RED = "&KA90000";

    private SheetLook() {}

    static void prepare(Worksheet sheet, SheetPlan plan) {
        String title = plan.mark().isEmpty() ? plan.title() : plan.mark() + "　" + plan.title();
        sheet.value(TITLE_ROW, 0, clean(title));
        sheet.style(TITLE_ROW, 0)
                .fontName(PdfFonts.FAMILY)
                .fontSize(TITLE_SIZE)
                .fontColor(plan.mark().isEmpty() ? NIGHT : RED)
                .bold()
                .set();
        List<SheetColumn> columns = plan.columns();
        for (int column = 0; column < columns.size(); column++) {
            heading(sheet, column, columns.get(column));
        }
        sheet.freezePane(0, FIRST_ROW);
        paper(sheet, plan);
    }

    /// Text gets the number format "@" besides its type: otherwise "=1+1" turns into a formula as soon as somebody
    /// edits the cell.
    static void write(Worksheet sheet, int row, int column, SheetCell cell) {
        switch (cell) {
            case SheetCell.Empty _ -> {}
            case SheetCell.Text(var text) -> {
                sheet.value(row, column, clean(text));
                format(sheet, row, column, "@");
            }
            case SheetCell.Whole(var number) -> {
                sheet.value(row, column, number);
                format(sheet, row, column, "#,##0");
            }
            case SheetCell.Decimal(var number) -> {
                sheet.value(row, column, number);
                format(sheet, row, column, "#,##0.0#");
            }
            case SheetCell.Yen(var amount) -> {
                sheet.value(row, column, amount);
                format(sheet, row, column, "#,##0\"円\"");
            }
            case SheetCell.Day(var day) -> {
                sheet.value(row, column, day);
                format(sheet, row, column, "yyyy/mm/dd");
            }
            case SheetCell.Moment(var moment) -> {
                sheet.value(row, column, moment);
                format(sheet, row, column, "yyyy/mm/dd hh:mm");
            }
        }
    }

    private static void heading(Worksheet sheet, int index, SheetColumn column) {
        sheet.value(HEADER_ROW, index, clean(column.heading()));
        sheet.style(HEADER_ROW, index)
                .fontName(PdfFonts.FAMILY)
                .fontSize(TEXT_SIZE)
                .fontColor(NIGHT)
                .bold()
                .fillColor(SKY)
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, NIGHT)
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.width(index, column.width());
    }

    private static void paper(Worksheet sheet, SheetPlan plan) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(plan.page().name().toLowerCase(Locale.ROOT));
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(TITLE_ROW, HEADER_ROW);
        sheet.header(printed(plan.title()), Position.LEFT, PdfFonts.FAMILY, SMALL_SIZE);
        if (!plan.mark().isEmpty()) {
            sheet.header(PRINTED_RED + "&B" + printed(plan.mark()), Position.CENTER, PdfFonts.FAMILY, TEXT_SIZE);
        }
        sheet.footer("&P / &N", Position.RIGHT, PdfFonts.FAMILY, SMALL_SIZE);
    }

    /// In a printed header "&" begins a command: "R&D" would print the date.
    private static String printed(String words) {
        return clean(words).replace("&", "&&").replace('\n', ' ');
    }

    /// The face is named in every style, because fastexcel keeps its default face in a variable of the whole JVM.
    private static void format(Worksheet sheet, int row, int column, String pattern) {
        sheet.style(row, column)
                .fontName(PdfFonts.FAMILY)
                .fontSize(TEXT_SIZE)
                .format(pattern)
                .verticalAlignment("top")
                .wrapText("@".equals(pattern))
                .set();
    }

    private static String clean(String text) {
        String allowed = XmlCharacters.allowed(text).replace("\r\n", "\n").replace('\r', '\n');
        if (allowed.length() <= LONGEST_TEXT) {
            return allowed;
        }
        int end = LONGEST_TEXT - 1;
        return allowed.substring(0, Character.isHighSurrogate(allowed.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
