package org.hoshimori.address;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.hoshimori.address.Places.Place;

/// Reads the postal-code file of Japan Post in UTF-8 (utf_ken_all.csv, one town per line), plain or inside a .zip, as a
/// stream: a line that is not what the layout says is counted and passed over.
///
/// The columns: code of the municipality, old postal code, postal code, three readings, prefecture, municipality, town,
/// six flags.
final class PostalFile {

    /// So many numbers of bad lines are kept; the rest are only counted.
    static final int LISTED = 100;

    /// More than any postal file unfolds to.
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int COLUMNS = 15;
    private static final int CODE = 0;
    private static final int POSTAL_CODE = 2;
    private static final int MUNICIPALITY = 7;
    private static final int TOWN = 8;
    private static final String NOT_LISTED = "以下に掲載がない場合";
    private static final String WHOLE = "一円";
    private static final int LONGEST = 100;

    private PostalFile() {}

    /// What was read.
    ///
    /// @param badLines numbers of the first lines that could not be read, from 1
    record Count(int good, int bad, List<Integer> badLines) {}

    /// Hands every place on, in the order of the file. Errors: [NotUtf8], `IOException` for a broken file.
    static Count read(InputStream file, Consumer<Place> places) throws IOException {
        var good = 0;
        var bad = 0;
        var badLines = new ArrayList<Integer>();
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(new Limited(text(file)), decoder))) {
            for (var line : reader) {
                if (fits(line)) {
                    places.accept(place(line));
                    good++;
                } else {
                    bad++;
                    if (badLines.size() < LISTED) {
                        badLines.add((int) Math.min(Integer.MAX_VALUE, line.getStartingLineNumber()));
                    }
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? new NotUtf8() : new IOException(e);
        } catch (CharacterCodingException e) {
            throw new NotUtf8();
        }
        return new Count(good, bad, badLines);
    }

    /// The file is written in other letters than UTF-8.
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The text itself, out of the .zip where it is one, without the mark at its beginning.
    private static InputStream text(InputStream file) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(8);
        var head = in.readNBytes(4);
        in.reset();
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            var zip = new ZipInputStream(in);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    return withoutMark(new BufferedInputStream(zip));
                }
            }
            throw new IOException("no .csv inside the .zip");
        }
        return withoutMark(in);
    }

    private static InputStream withoutMark(BufferedInputStream in) throws IOException {
        in.mark(8);
        var head = in.readNBytes(3);
        if (!(head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF)) {
            in.reset();
        }
        return in;
    }

    private static boolean fits(CsvRecord line) {
        return line.getFieldCount() == COLUMNS
                && line.getField(CODE).matches("(0[1-9]|[1-3][0-9]|4[0-7])[0-9]{3}")
                && line.getField(POSTAL_CODE).matches("[0-9]{7}")
                && !line.getField(MUNICIPALITY).isBlank()
                && line.getField(MUNICIPALITY).length() <= LONGEST
                && line.getField(TOWN).length() <= 1000;
    }

    private static Place place(CsvRecord line) {
        var code = line.getField(CODE);
        return new Place(
                line.getField(POSTAL_CODE),
                code,
                code.substring(0, 2),
                line.getField(MUNICIPALITY).strip(),
                town(line.getField(TOWN).strip()));
    }

    /// The name that people write: notes in brackets left out, and empty where the file says that no town is meant.
    static String town(String written) {
        var town = written.replaceFirst("（.*", "").replaceFirst("\\(.*", "").strip();
        var none = town.equals(NOT_LISTED)
                || town.endsWith("場合")
                || (town.endsWith(WHOLE) && town.length() > WHOLE.length());
        return none || town.length() > LONGEST ? "" : town;
    }

    /// Ends with an error before a small file unfolds to gigabytes.
    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var got = super.read(bytes, from, length);
            count(got);
            return got;
        }

        /// Whoever opened the file reads it to its end and closes it.
        @Override
        public void close() {}

        private void count(int more) throws IOException {
            read += Math.max(0, more);
            if (read > MOST_BYTES) {
                throw new IOException("the file unfolds to more than any postal file");
            }
        }
    }
}
