package org.hoshimori.takeover;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Some rows of a file, as they are kept until the import ends.
record Rows(List<Row> list) {

    /// So many rows are one step of the dry run and of the import.
    static final int STEP = 1_000;

    static final int MOST_COLUMNS = 100;

    /// A longer cell is cut to this; no field takes as much, so it is refused by its length.
    static final int LONGEST_CELL = 2_000;

    /// One row; `line` is that of the file, from 1.
    record Row(int line, List<String> cells) {

        String cell(int place) {
            return place >= 0 && place < cells.size() ? cells.get(place) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /// At most [#MOST_COLUMNS] cells of at most [#LONGEST_CELL] letters.
        static Row of(int line, List<String> cells) {
            return new Row(
                    line,
                    cells.stream()
                            .limit(MOST_COLUMNS)
                            .map(cell -> cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL))
                            .toList());
        }
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(list.size());
            for (var row : list) {
                out.writeInt(row.line());
                out.writeInt(row.cells().size());
                for (var cell : row.cells()) {
                    out.writeUTF(cell);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Rows unpacked(byte[] packed) {
        try (var in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(packed))))) {
            var count = in.readInt();
            var rows = new ArrayList<Row>(count);
            for (var row = 0; row < count; row++) {
                var line = in.readInt();
                var width = in.readInt();
                var cells = new ArrayList<String>(width);
                for (var cell = 0; cell < width; cell++) {
                    cells.add(in.readUTF());
                }
                rows.add(new Row(line, cells));
            }
            return new Rows(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
