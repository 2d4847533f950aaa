package org.hoshimori.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.content.Editions;
import org.hoshimori.intake.Intakes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The workbook of the guideline (appendix 7) with the company's own rows: seven sheets, drop-downs that enforce, and
/// formulas that live, so that it goes on counting in Excel and LibreOffice.
@Component
public class RegisterWorkbook {

    /// What goes in.
    ///
    /// @param method `3.0` or `3.1`
    /// @param mark a word on every sheet, such as 見本; empty for none
    public record Contents(List<Asset> assets, Judgement judgement, String method, String mark) {

        public Contents {
            assets = List.copyOf(assets);
        }

        int offset() {
            return MethodChoice.offset(method);
        }
    }

    private final MessageSource messages;
    private final Assets assets;
    private final Intakes intakes;
    private final Editions editions;

    RegisterWorkbook(MessageSource messages, Assets assets, Intakes intakes, Editions editions) {
        this.messages = messages;
        this.assets = assets;
        this.intakes = intakes;
        this.editions = editions;
    }

    /// The whole workbook as .xlsx.
    public byte[] write(Contents contents) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Hoshimori", null)) {
            var book = new Book(workbook, messages, contents.mark());
            var media = assets.media(Locale.JAPANESE);
            howTo(book);
            var register = new RegisterSheet(book, media, intakes.headings(), contents);
            register.write(book.text("workbook.sheet.example"), examples(contents));
            importance(book, contents);
            register.write(book.text("workbook.sheet.register"), contents.assets());
            var checks = new AnalysisSheets(book, media, contents);
            checks.threats();
            checks.checkItems();
            checks.result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void howTo(Book book) {
        var sheet = book.sheet(
                book.text("workbook.sheet.how-to"),
                PaperSize.A4_PAPER,
                List.of(book.text("workbook.how-to.step"), book.text("workbook.how-to.what")),
                List.of(10, 100));
        for (var step = 1; step <= 6; step++) {
            sheet.value(Book.FIRST + step - 1, 0, step);
            book.words(sheet, Book.FIRST + step - 1, 1, book.text("workbook.how-to." + step));
        }
    }

    /// Three rows of the typical assets.
    private List<Asset> examples(Contents contents) {
        var rows = new ArrayList<Asset>();
        for (var typical : editions.standard(Locale.JAPANESE)
                .startingAssets()
                .sets()
                .getFirst()
                .assets()
                .subList(0, 3)) {
            rows.add(Asset.typical(typical, java.time.LocalDate.of(2026, 4, 1)));
        }
        return rows;
    }

    private static void importance(Book book, Contents contents) {
        var headings = List.of(
                book.text("workbook.figure"),
                book.text("asset.c.short"),
                book.text("asset.i.short"),
                book.text("asset.a.short"));
        var sheet = book.sheet(
                book.text("workbook.sheet.importance"), PaperSize.A4_PAPER, headings, List.of(12, 45, 45, 45));
        var row = Book.FIRST;
        for (var figure = 2; figure >= 0; figure--, row++) {
            sheet.value(row, 0, figure + contents.offset());
            var column = 1;
            for (var letter : List.of("c", "i", "a")) {
                var key = "asset." + letter + "." + figure;
                book.words(sheet, row, column++, book.text(key) + "\n" + book.text(key + ".example"));
            }
        }
        row++;
        for (var line : List.of(
                "importance",
                "override",
                "likelihood",
                "risk-" + contents.method().replace('.', '-'))) {
            book.words(sheet, row++, 1, book.text("workbook.rule." + line, 2 + contents.offset()));
        }
    }

    /// The levels of a risk by its value: what is at least the first is 大, at least the second 中.
    static Map.Entry<Integer, Integer> levels(String method) {
        return method.equals("3.0") ? Map.entry(4, 1) : Map.entry(6, 4);
    }
}
