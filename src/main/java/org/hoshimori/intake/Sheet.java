package org.hoshimori.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The texts of one sheet: all that is kept of a file.
///
/// @param notes what else the file held and was passed over
public record Sheet(String name, List<Line> lines, Set<Note> notes) {

    /// Rows, columns and letters of a cell that a sheet has at most.
    static final int MOST_ROWS = 20_000;

    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 4_000;

    /// Letters of all cells together: one long text may be shown by a million cells.
    static final int MOST_LETTERS = 12_000_000;

    /// One row; `number` is that of the file, from 1. Days are written as 2026-11-20.
    public record Line(int number, List<String> cells) {

        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        int letters() {
            return cells.stream().mapToInt(String::length).sum();
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// What was passed over, safely.
    public enum Note {
        /// The result that the file remembers was read as text; nothing was computed.
        FORMULAS,
        EXTERNAL_LINKS,
        /// A cell was longer than anything the register holds.
        LONG_CELLS
    }

    /// Every text, compressed.
    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeUTF(name);
            out.writeInt(notes.stream().mapToInt(note -> 1 << note.ordinal()).sum());
            out.writeInt(lines.size());
            for (var line : lines) {
                out.writeInt(line.number());
                out.writeInt(line.cells().size());
                for (var cell : line.cells()) {
                    out.writeUTF(cell);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Several sheets, each under its word.
    static byte[] packed(Map<String, Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(sheets.size());
            for (var sheet : sheets.entrySet()) {
                var packed = sheet.getValue().packed();
                out.writeUTF(sheet.getKey());
                out.writeInt(packed.length);
                out.write(packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Reads what [#packed(Map)] wrote.
    static Map<String, Sheet> allUnpacked(byte[] packed) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            var count = in.readInt();
            for (var sheet = 0; sheet < count; sheet++) {
                var word = in.readUTF();
                sheets.put(word, unpacked(in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }

    static Sheet unpacked(byte[] packed) {
        try (var in = new DataInputStream(
                new java.io.BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(packed))))) {
            var name = in.readUTF();
            var bits = in.readInt();
            var notes = EnumSet.noneOf(Note.class);
            for (var note : Note.values()) {
                if ((bits & 1 << note.ordinal()) != 0) {
                    notes.add(note);
                }
            }
            var count = in.readInt();
            var lines = new ArrayList<Line>(count);
            for (var line = 0; line < count; line++) {
                var number = in.readInt();
                var width = in.readInt();
                var cells = new ArrayList<String>(width);
                for (var cell = 0; cell < width; cell++) {
                    cells.add(in.readUTF());
                }
                lines.add(new Line(number, cells));
            }
            return new Sheet(name, lines, notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
