package org.hoshimori.takeover;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hoshimori.intake.SheetReader;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.takeover.Rows.Row;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/// Reads a list row by row: CSV as a stream, however long (UTF-8, UTF-16 with a mark, Shift_JIS as Windows writes it),
/// Excel workbooks within the limits of the reader of sheets.
@Component
class ListFile {

    /// Rows of a CSV file at most.
    static final int MOST_ROWS = 2_000_000;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final SheetReader sheets;

    ListFile(SheetReader sheets) {
        this.sheets = sheets;
    }

    /// Why a file is not read; stays inside the room.
    ///
    /// The reason is the word of a message key.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unreadable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// Hands on every row that is not blank. Errors: [Unreadable].
    void read(InputStreamSource file, Consumer<Row> rows) throws IOException {
        var head = head(file);
        if (head.length == 0) {
            throw new Unreadable("empty");
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            workbook(file, rows);
        } else {
            csv(file, head, rows);
        }
    }

    private void workbook(InputStreamSource file, Consumer<Row> rows) throws IOException {
        byte[] bytes;
        try (var in = file.getInputStream()) {
            bytes = in.readNBytes(30 * 1024 * 1024);
        }
        var words = new Words();
        var outcome = sheets.read(
                bytes,
                sheet -> sheet.lines().stream()
                        .limit(20)
                        .mapToInt(line -> (int) line.cells().stream()
                                .filter(cell -> words.column(cell).isPresent())
                                .count())
                        .max()
                        .orElse(0),
                Map.of());
        switch (outcome) {
            case ReadOutcome.Refused(var reason) -> throw new Unreadable(reason.id());
            case ReadOutcome.Read read ->
                read.sheet().lines().forEach(line -> rows.accept(Row.of(line.number(), line.cells())));
        }
    }

    private static void csv(InputStreamSource file, byte[] head, Consumer<Row> rows) throws IOException {
        var charset = charset(file, head);
        var count = 0;
        try (var text = text(file, charset);
                var reader = CsvReader.builder()
                        .fieldSeparator(separator(new String(head, charset)))
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (var line : reader) {
                var row = Row.of((int) line.getStartingLineNumber(), line.getFields());
                if (!row.blank()) {
                    if (++count > MOST_ROWS) {
                        throw new Unreadable("too-many-rows");
                    }
                    rows.accept(row);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Unreadable("broken");
        }
    }

    private static byte[] head(InputStreamSource file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(8_000);
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (var place = 0; place < bytes.length; place++) {
            if ((head[place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }

    /// The letters are found out by reading everything once: a name far down may be the first that tells.
    private static Charset charset(InputStreamSource file, byte[] head) throws IOException {
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        for (var charset : List.of(StandardCharsets.UTF_8, SHIFT_JIS)) {
            if (decodes(file, charset)) {
                return charset;
            }
        }
        throw new Unreadable("unknown");
    }

    private static boolean decodes(InputStreamSource file, Charset charset) throws IOException {
        var buffer = new char[64 * 1024];
        try (var text = text(file, charset)) {
            for (var read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (var letter = 0; letter < read; letter++) {
                    if (buffer[letter] == 0) {
                        throw new Unreadable("unknown");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Without the mark at its beginning.
    private static Reader text(InputStreamSource file, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(file.getInputStream());
        in.mark(4);
        var first = in.readNBytes(3);
        in.reset();
        var mark = starts(first, 0xEF, 0xBB, 0xBF) ? 3 : starts(first, 0xFF, 0xFE) || starts(first, 0xFE, 0xFF) ? 2 : 0;
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// The sign that stands most often in the first lines.
    private static char separator(String head) {
        var best = ',';
        for (var sign : new char[] {'\t', ';'}) {
            if (count(head, sign) > count(head, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(letter -> letter == sign).count();
    }
}
