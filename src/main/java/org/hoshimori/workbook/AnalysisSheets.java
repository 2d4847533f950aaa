package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.hoshimori.workbook.Judgement.Group;
import org.hoshimori.workbook.Judgement.Threat;
import org.hoshimori.workbook.RegisterWorkbook.Contents;

/// The sheets 脅威の状況, 対策状況チェック and 診断結果: what is chosen in the first two counts on in the third and in the
/// register.
final class AnalysisSheets {

    private final Book book;
    private final Map<String, String> media;
    private final Judgement judgement;
    private final Map<String, String> cells = new HashMap<>();

    AnalysisSheets(Book book, Map<String, String> media, Contents contents) {
        this.book = book;
        this.media = media;
        this.judgement = contents.judgement();
        var row = Book.FIRST;
        for (var group : judgement.groups()) {
            for (var item : group.items().keySet()) {
                cells.put(item, "'" + book.text("workbook.sheet.checks") + "'!$D$" + ++row);
            }
        }
    }

    /// A to E: the threats; F orders them; H to L: for each medium the one that decides (highest likelihood, then
    /// frequency, then the order of the list).
    void threats() {
        var heads = List.of(
                book.text("workbook.medium"),
                book.text("workbook.threat"),
                book.text("workbook.frequency"),
                book.text("workbook.vulnerability"),
                book.text("workbook.likelihood"),
                book.text("workbook.order"),
                "",
                book.text("workbook.medium"),
                book.text("workbook.order"),
                book.text("workbook.frequency"),
                book.text("workbook.vulnerability"),
                book.text("workbook.likelihood"));
        // J to L stand in the order in which the register takes them.
        var sheet = book.sheet(
                book.text("workbook.sheet.threats"),
                PaperSize.A4_PAPER,
                heads,
                List.of(18, 50, 12, 12, 14, 8, 3, 18, 8, 12, 12, 14));
        var row = Book.FIRST;
        for (var threat : judgement.threats()) {
            var r = row + 1;
            book.words(sheet, row, 0, media.getOrDefault(threat.medium(), threat.medium()));
            book.words(sheet, row, 1, threat.title());
            sheet.value(row, 2, threat.frequency());
            Book.formula(sheet, row, 3, vulnerability(threat));
            Book.formula(sheet, row, 4, "ROUNDUP(C" + r + "/(4-D" + r + "),0)");
            Book.formula(sheet, row, 5, "E" + r + "*10000+C" + r + "*1000+" + (999 - (row - Book.FIRST)));
            row++;
        }
        var last = Math.max(row, Book.FIRST + 1);
        deciding(sheet, last);
        book.enforce(
                sheet.range(Book.FIRST, 2, last - 1, 2),
                List.of("3", "2", "1"),
                book.text("workbook.refusal.frequency"));
    }

    private void deciding(Worksheet sheet, int last) {
        var all = judgement.media();
        for (var medium = 0; medium < all.size(); medium++) {
            var at = Book.FIRST + medium;
            var r = at + 1;
            book.words(sheet, at, 7, media.getOrDefault(all.get(medium), all.get(medium)));
            Book.formula(sheet, at, 8, "SUMPRODUCT(MAX(($A$3:$A$" + last + "=H" + r + ")*$F$3:$F$" + last + "))");
            var place = "MATCH(I" + r + ",$F$3:$F$" + last + ",0)";
            Book.formula(sheet, at, 9, "IFERROR(INDEX($C$3:$C$" + last + "," + place + "),\"\")");
            Book.formula(sheet, at, 10, "IFERROR(INDEX($D$3:$D$" + last + "," + place + "),\"\")");
            Book.formula(sheet, at, 11, "IFERROR(INDEX($E$3:$E$" + last + "," + place + "),\"\")");
        }
    }

    /// 1 when all that applies is done, 3 when nothing is even partly, else 2.
    private String vulnerability(Threat threat) {
        var places = threat.items().stream()
                .filter(cells::containsKey)
                .map(cells::get)
                .toList();
        if (places.isEmpty()) {
            return "2+0";
        }
        var done = count(places, 1);
        var partly = count(places, 2);
        var not = count(places, 4);
        return "IF(" + not + "=" + places.size() + ",2,IF(" + done + "+" + not + "=" + places.size() + ",1,IF(" + done
                + "+" + partly + "=0,3,2)))";
    }

    private static String count(List<String> places, int answer) {
        return places.stream()
                .map(place -> "(" + place + "=" + answer + ")")
                .collect(Collectors.joining("+", "(", ")"));
    }

    void checkItems() {
        var sheet = book.sheet(
                book.text("workbook.sheet.checks"),
                PaperSize.A4_PAPER,
                List.of(
                        book.text("workbook.group"),
                        book.text("workbook.number"),
                        book.text("workbook.item"),
                        book.text("workbook.answer"),
                        book.text("workbook.answer.means")),
                List.of(28, 6, 60, 8, 26));
        var row = Book.FIRST;
        for (var group : judgement.groups()) {
            for (var item : group.items().entrySet()) {
                book.words(sheet, row, 0, group.title());
                sheet.value(row, 1, row - Book.FIRST + 1);
                book.words(sheet, row, 2, item.getValue());
                var answer = judgement.answers().get(item.getKey());
                if (answer != null) {
                    sheet.value(row, 3, answer);
                }
                var means = new ArrayList<String>();
                for (var number = 1; number <= 4; number++) {
                    means.add("\"" + book.text("workbook.answer." + number) + "\"");
                }
                Book.formula(
                        sheet,
                        row,
                        4,
                        "IF(D" + (row + 1) + "=\"\",\"\",CHOOSE(D" + (row + 1) + "," + String.join(",", means) + "))");
                row++;
            }
        }
        book.enforce(
                sheet.range(Book.FIRST, 3, Math.max(Book.FIRST, row - 1), 3),
                List.of("1", "2", "3", "4"),
                book.text("workbook.refusal.answer"));
    }

    /// The rate of each group: done counts 1, partly a half; what does not apply leaves the sum.
    void result() {
        var sheet = book.sheet(
                book.text("workbook.sheet.result"),
                PaperSize.A4_PAPER,
                List.of(
                        book.text("workbook.group"),
                        book.text("workbook.rate"),
                        book.text("workbook.need"),
                        book.text("workbook.message")),
                List.of(32, 12, 12, 60));
        var row = Book.FIRST;
        var from = Book.FIRST + 1;
        for (Group group : judgement.groups()) {
            var size = group.items().size();
            var range = "'" + book.text("workbook.sheet.checks") + "'!$D$" + from + ":$D$" + (from + size - 1);
            book.words(sheet, row, 0, group.title());
            var left = "(" + size + "-COUNTIF(" + range + ",4))";
            Book.formula(
                    sheet,
                    row,
                    1,
                    "IF(" + left + "=0,\"–\",(COUNTIF(" + range + ",1)+COUNTIF(" + range + ",2)/2)/" + left + ")");
            sheet.style(row, 1).format("0.0%").set();
            sheet.value(row, 2, book.text(row < Book.FIRST + 2 ? "workbook.need.always" : "workbook.need.applies"));
            Book.formula(
                    sheet,
                    row,
                    3,
                    "IF(B" + (row + 1) + "=\"–\",\"" + book.text("workbook.message.none") + "\",IF(B" + (row + 1)
                            + "<0.5,\"" + book.text("workbook.message.low") + "\",IF(B" + (row + 1) + "<1,\""
                            + book.text("workbook.message.mid") + "\",\"" + book.text("workbook.message.full")
                            + "\")))");
            from += size;
            row++;
        }
    }
}
