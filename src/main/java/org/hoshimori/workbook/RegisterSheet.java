package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Overriding;
import org.hoshimori.asset.PersonalKinds;
import org.hoshimori.intake.Column;
import org.hoshimori.workbook.RegisterWorkbook.Contents;

/// The sheet 情報資産管理台帳 (and the filled example that looks the same): columns in the official order, what is
/// computed as formulas, room for more rows.
record RegisterSheet(Book book, Map<String, String> media, Map<Column, String> headings, Contents contents) {

    /// Columns from 0. M, P to T are formulas; U is ours.
    static final int IMPORTANCE = 12;

    static final int FREQUENCY = 15;
    static final int VALUE = 18;
    static final int LEVEL = 19;
    private static final int OVERRIDE = 20;
    private static final int SPARE_ROWS = 100;
    private static final List<Integer> WIDTHS =
            List.of(14, 30, 26, 18, 16, 18, 9, 9, 9, 8, 8, 8, 8, 14, 13, 10, 10, 12, 8, 8, 18);

    void write(String name, List<Asset> assets) {
        var sheet = book.sheet(name, PaperSize.A3_PAPER, heads(), WIDTHS);
        for (var index = 0; index < assets.size(); index++) {
            row(sheet, Book.FIRST + index, assets.get(index));
        }
        var last = Book.FIRST + assets.size() + SPARE_ROWS - 1;
        for (var row = Book.FIRST; row <= last; row++) {
            formulas(sheet, row);
        }
        choices(sheet, assets);
        var level = "$" + Book.letter(LEVEL) + (Book.FIRST + 1);
        var cells = sheet.range(Book.FIRST, VALUE, last, LEVEL);
        Book.colour(cells, level + "=\"" + book.text("workbook.level.high") + "\"", "FFFFD9D9");
        Book.colour(
                sheet.range(Book.FIRST, VALUE, last, LEVEL),
                level + "=\"" + book.text("workbook.level.mid") + "\"",
                "FFFFEFC2");
        Book.colour(
                sheet.range(Book.FIRST, VALUE, last, LEVEL),
                level + "=\"" + book.text("workbook.level.low") + "\"",
                "FFDDF3E1");
        sheet.setAutoFilter(Book.HEADING, 0, last, OVERRIDE);
    }

    private List<String> heads() {
        var heads = new ArrayList<String>();
        for (var column : List.of(
                Column.CLASS,
                Column.NAME,
                Column.NOTE,
                Column.USERS,
                Column.DEPARTMENT,
                Column.MEDIUM,
                Column.PERSONAL,
                Column.SPECIAL_CARE,
                Column.MY_NUMBER,
                Column.CONFIDENTIALITY,
                Column.INTEGRITY,
                Column.AVAILABILITY)) {
            heads.add(headings.getOrDefault(column, ""));
        }
        heads.add(book.text("workbook.importance"));
        heads.add(headings.getOrDefault(Column.RETENTION, ""));
        heads.add(headings.getOrDefault(Column.REGISTERED, ""));
        heads.addAll(List.of(
                book.text("workbook.frequency"),
                book.text("workbook.vulnerability"),
                book.text("workbook.likelihood"),
                book.text("workbook.value"),
                book.text("workbook.level")));
        heads.add(headings.getOrDefault(Column.OVERRIDE, ""));
        return heads;
    }

    private void row(Worksheet sheet, int row, Asset asset) {
        book.words(sheet, row, 0, asset.businessClass());
        book.words(sheet, row, 1, asset.name());
        book.words(sheet, row, 2, asset.note());
        book.words(sheet, row, 3, asset.users());
        book.words(sheet, row, 4, asset.department());
        book.words(sheet, row, 5, media.getOrDefault(asset.medium(), asset.medium()));
        var column = 6;
        for (var kind : PersonalKinds.Kind.values()) {
            sheet.value(row, column++, book.text(asset.personal().has(kind) ? "workbook.yes" : "workbook.no"));
        }
        sheet.value(row, 9, asset.cia().confidentiality() + contents.offset());
        sheet.value(row, 10, asset.cia().integrity() + contents.offset());
        sheet.value(row, 11, asset.cia().availability() + contents.offset());
        book.words(sheet, row, 13, asset.keeping().retention());
        sheet.value(row, 14, asset.keeping().registeredOn());
        sheet.style(row, 14).format("yyyy/mm/dd").set();
        book.words(
                sheet,
                row,
                OVERRIDE,
                asset.override().reasons().stream()
                        .sorted(Comparator.comparingInt(Overriding.Reason::ordinal))
                        .map(reason -> book.text("workbook.reason." + reason.id()))
                        .collect(Collectors.joining("・")));
    }

    private void formulas(Worksheet sheet, int row) {
        var r = String.valueOf(row + 1);
        var yes = "\"" + book.text("workbook.yes") + "\"";
        var empty = "$B" + r + "=\"\"";
        Book.formula(
                sheet,
                row,
                IMPORTANCE,
                "IF(" + empty + ",\"\",IF(OR(G" + r + "=" + yes + ",H" + r + "=" + yes + ",I" + r + "=" + yes + ",U" + r
                        + "<>\"\")," + (2 + contents.offset()) + ",MAX(J" + r + ":L" + r + ")))");
        var threats = "'" + book.text("workbook.sheet.threats") + "'!";
        var last = 2 + contents.judgement().media().size();
        var place = "MATCH($F" + r + "," + threats + "$H$3:$H$" + last + ",0)";
        for (var column = 0; column < 3; column++) {
            var from = Book.letter(9 + column);
            Book.formula(
                    sheet,
                    row,
                    FREQUENCY + column,
                    "IF(" + empty + ",\"\",IFERROR(INDEX(" + threats + "$" + from + "$3:$" + from + "$" + last + ","
                            + place + ")+0," + (column == 2 ? "1" : "\"\"") + "))");
        }
        Book.formula(sheet, row, VALUE, "IF(OR(M" + r + "=\"\",R" + r + "=\"\"),\"\",M" + r + "*R" + r + ")");
        var levels = RegisterWorkbook.levels(contents.method());
        Book.formula(
                sheet,
                row,
                LEVEL,
                "IF(S" + r + "=\"\",\"\",IF(S" + r + ">=" + levels.getKey() + ",\"" + book.text("workbook.level.high")
                        + "\",IF(S" + r + ">=" + levels.getValue() + ",\"" + book.text("workbook.level.mid") + "\",\""
                        + book.text("workbook.level.low") + "\")))");
    }

    private void choices(Worksheet sheet, List<Asset> assets) {
        var last = Worksheet.MAX_ROWS - 1;
        var words = new LinkedHashSet<>(media.values());
        assets.stream()
                .map(Asset::medium)
                .filter(one -> !media.containsKey(one))
                .forEach(words::add);
        book.enforce(sheet.range(Book.FIRST, 5, last, 5), List.copyOf(words), book.text("workbook.refusal.medium"));
        book.enforce(
                sheet.range(Book.FIRST, 6, last, 8),
                List.of(book.text("workbook.yes"), book.text("workbook.no")),
                book.text("workbook.refusal.truth"));
        var figures = contents.offset() == 0 ? List.of("2", "1", "0") : List.of("3", "2", "1");
        book.enforce(sheet.range(Book.FIRST, 9, last, 11), figures, book.text("workbook.refusal.figure"));
    }
}
