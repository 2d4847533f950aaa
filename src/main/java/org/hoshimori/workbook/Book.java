package org.hoshimori.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;
import org.springframework.context.MessageSource;

/// One workbook while it is written: its words, its look, its lists of choices. For one thread.
final class Book {

    /// The first rows of every sheet: title, headings, then what they are about.
    static final int HEADING = 1;

    static final int FIRST = 2;

    private static final String FACE = "Noto Sans JP";
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final MessageSource messages;
    private final String mark;
    private final Map<List<String>, Range> choices = new LinkedHashMap<>();
    private final Worksheet lists;

    /// @param mark a word before every title, such as 見本; empty for none
    Book(Workbook workbook, MessageSource messages, String mark) {
        this.workbook = workbook;
        this.messages = messages;
        this.mark = mark;
        this.lists = workbook.newWorksheet(text("workbook.sheet.lists"));
        lists.setVisibilityState(VisibilityState.HIDDEN);
    }

    /// The words of the official workbook are Japanese, whoever takes it.
    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.JAPANESE);
    }

    /// A sheet with its title and headings, ready to print as wide as the paper.
    Worksheet sheet(String name, PaperSize paper, List<String> headings, List<Integer> widths) {
        var sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, mark.isEmpty() ? name : mark + "　" + name);
        sheet.style(0, 0)
                .fontName(FACE)
                .fontSize(16)
                .bold()
                .fontColor("FF00234B")
                .set();
        for (var column = 0; column < headings.size(); column++) {
            sheet.value(HEADING, column, headings.get(column));
            sheet.width(column, widths.get(column));
        }
        sheet.range(HEADING, 0, HEADING, headings.size() - 1)
                .style()
                .fontName(FACE)
                .bold()
                .fontColor("FF00234B")
                .fillColor("FFDCF0FF")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.freezePane(0, FIRST);
        sheet.paperSize(paper);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0, HEADING);
        return sheet;
    }

    /// Words that stay words: what looks like a formula is text, whoever wrote it.
    void words(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, clean(text));
            sheet.style(row, column)
                    .format("@")
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /// What XML does not allow is left out; what Excel would read as a control character stays what it says.
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> letter >= 0x20 || letter == '\n' || letter == '\t')
                .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .filter(letter -> letter != 0xFFFE && letter != 0xFFFF)
                .forEach(clean::appendCodePoint);
        var escaped = clean.toString().replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        return escaped.length() > LONGEST ? escaped.substring(0, LONGEST) : escaped;
    }

    /// A formula; escaped here, because fastexcel writes it as it is.
    static void formula(Worksheet sheet, int row, int column, String formula) {
        sheet.formula(row, column, XmlEscapeHelper.escape(formula));
    }

    /// Lets a range take only these words.
    void enforce(Range cells, List<String> words, String refusal) {
        cells.validateWithList(choices.computeIfAbsent(words, this::stored))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle(text("workbook.refusal"))
                .error(refusal)
                .showErrorMessage(true);
    }

    private Range stored(List<String> words) {
        var column = choices.size();
        for (var row = 0; row < words.size(); row++) {
            if (words.get(row).matches("\\d")) {
                lists.value(row, column, Integer.valueOf(words.get(row)));
            } else {
                lists.value(row, column, clean(words.get(row)));
            }
        }
        return lists.range(0, column, words.size() - 1, column);
    }

    /// Colours cells by a condition; the cell always says the same in words.
    static void colour(Range cells, String condition, String fill) {
        cells.style().fillColor(fill).set(new ConditionalFormattingExpressionRule(condition, true));
    }

    /// The name of a column, for example `AB`.
    static String letter(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : String.valueOf((char) ('A' + column / 26 - 1)) + (char) ('A' + column % 26);
    }
}
