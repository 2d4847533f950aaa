package org.hoshimori.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a CSV file row by row (RFC 4180): UTF-8 with a byte order mark, because Excel reads Japanese as Shift_JIS
/// without it, and CRLF. Closing it closes the stream. Throws [UncheckedIOException] when the stream cannot be
/// written.
public final class CsvPaper implements AutoCloseable {

    /// A spreadsheet program runs a cell that begins with one of these as a formula, even when the text came from a
    /// stranger (OWASP "CSV Injection"). Excel under a Japanese keyboard also takes the full-width signs; the
    /// full-width minus is left alone, because Japanese tables use it for "none".
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋＠";

    /// The semicolon is no separator here, but Excel in other countries splits at it and a half cell could begin
    /// with "=".
    private static final String NEEDS_QUOTES = "\",;\t\r\n";

    private final Writer out;

    public CsvPaper(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write("\uFEFF");
    }

    /// Writes one row; see [#row(List)].
    public CsvPaper row(String... cells) {
        return row(List.of(cells));
    }

    /// Writes one row. A cell that would be run as a formula gets an apostrophe in front; control characters are
    /// left out.
    public CsvPaper row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                write(",");
            }
            write(quoted(harmless(XmlCharacters.allowed(cells.get(column))), cells.size()));
        }
        write("\r\n");
        return this;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /// A lone empty cell is quoted: an empty line would be read as no row at all.
    private static String quoted(String cell, int columns) {
        boolean lonely = cell.isEmpty() && columns == 1;
        if (!lonely && cell.chars().noneMatch(character -> NEEDS_QUOTES.indexOf(character) >= 0)) {
            return cell;
        }
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
