package org.hoshimori.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.hoshimori.intake.Sheet.Line;
import org.hoshimori.intake.Sheet.Note;
import org.hoshimori.intake.SheetReader.Refusal;
import org.hoshimori.intake.SheetReader.Stop;

/// A CSV file: its letters found out (UTF-8, UTF-16 with a mark, Shift_JIS as Windows writes it), its separator too.
final class CsvSheet {

    private CsvSheet() {}

    static Sheet read(byte[] file) throws Stop {
        var text = text(file);
        if (text.indexOf('\0') >= 0) {
            throw new Stop(Refusal.UNKNOWN);
        }
        var notes = EnumSet.noneOf(Note.class);
        var lines = new ArrayList<Line>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var row : reader) {
                if (row.getFieldCount() > Sheet.MOST_COLUMNS * 10 || lines.size() >= Sheet.MOST_ROWS) {
                    throw new Stop(Refusal.TOO_MANY_ROWS);
                }
                lines.add(new Line((int) row.getStartingLineNumber(), cells(row.getFields(), notes)));
            }
        } catch (CsvParseException | UncheckedIOException | java.io.IOException e) {
            throw new Stop(Refusal.BROKEN);
        }
        return new Sheet("", lines, notes);
    }

    private static List<String> cells(List<String> fields, EnumSet<Note> notes) {
        return fields.stream()
                .limit(Sheet.MOST_COLUMNS)
                .map(field -> harmless(field))
                .map(field -> {
                    if (field.length() <= Sheet.LONGEST_CELL) {
                        return field;
                    }
                    notes.add(Note.LONG_CELLS);
                    return XlsxSheets.shortened(field);
                })
                .toList();
    }

    /// Our own files put an apostrophe before what a spreadsheet program would run.
    private static String harmless(String field) {
        return field.length() > 1
                        && field.charAt(0) == '\''
                        && "=+-@\t\r\n\uff1d\uff0b\uff20".indexOf(field.charAt(1)) >= 0
                ? field.substring(1)
                : field;
    }

    private static String text(byte[] file) throws Stop {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return decoded(file, 2, StandardCharsets.UTF_16LE).orElseThrow(() -> new Stop(Refusal.UNKNOWN));
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return decoded(file, 2, StandardCharsets.UTF_16BE).orElseThrow(() -> new Stop(Refusal.UNKNOWN));
        }
        var marked =
                file.length >= 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB && (file[2] & 0xFF) == 0xBF;
        return decoded(file, marked ? 3 : 0, StandardCharsets.UTF_8)
                .or(() -> decoded(file, 0, Charset.forName("windows-31j")))
                .orElseThrow(() -> new Stop(Refusal.UNKNOWN));
    }

    private static Optional<String> decoded(byte[] file, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The sign that stands most often in the first lines.
    private static char separator(String text) {
        var head = text.substring(0, Math.min(text.length(), 4_000));
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
