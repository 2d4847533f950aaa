package org.hoshimori.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.hoshimori.intake.SheetReader.Refusal;
import org.hoshimori.intake.SheetReader.Stop;

/// The parts of a workbook that are read, unfolded under limits of their own: a small file can unfold to gigabytes.
/// Read by the directory at the end of the file, as Excel does; the stream reader of the JDK stumbles over the sizes
/// that streaming writers put behind each part.
final class ZipParts {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES = 48 * 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final ByteBuffer file;
    private boolean links;
    private long unfolded;

    private ZipParts(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipParts of(byte[] file) throws Stop {
        var read = new ZipParts(file);
        try {
            read.directory();
        } catch (DataFormatException | RuntimeException e) {
            throw new Stop(Refusal.BROKEN);
        }
        if (!read.parts.containsKey("xl/workbook.xml")) {
            throw new Stop(Refusal.UNKNOWN);
        }
        return read;
    }

    private void directory() throws DataFormatException, Stop {
        var end = file.limit() - 22;
        while (file.getInt(end) != END) {
            end--;
        }
        var count = file.getShort(end + 10) & 0xFFFF;
        var at = file.getInt(end + 16);
        if (count > MOST_PARTS) {
            throw new Stop(Refusal.BOMB);
        }
        for (var entry = 0; entry < count; entry++) {
            if (file.getInt(at) != ENTRY) {
                throw new Stop(Refusal.BROKEN);
            }
            var length = file.getShort(at + 28) & 0xFFFF;
            var letters = new byte[length];
            file.get(at + 46, letters);
            var name = new String(letters, StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .replace('\\', '/');
            part(name, at);
            at += 46 + length + (file.getShort(at + 30) & 0xFFFF) + (file.getShort(at + 32) & 0xFFFF);
        }
    }

    private void part(String name, int entry) throws DataFormatException, Stop {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            throw new Stop(Refusal.MACROS);
        }
        links |= name.startsWith("xl/externallinks/");
        if (!wanted(name)) {
            return;
        }
        var local = file.getInt(entry + 42);
        if (file.getInt(local) != LOCAL) {
            throw new Stop(Refusal.BROKEN);
        }
        var from = local + 30 + (file.getShort(local + 26) & 0xFFFF) + (file.getShort(local + 28) & 0xFFFF);
        var bytes = unfolded(from, file.getInt(entry + 20), file.getShort(entry + 10));
        if (parts.putIfAbsent(name, bytes) != null) {
            throw new Stop(Refusal.BROKEN);
        }
    }

    private byte[] unfolded(int from, int length, short how) throws DataFormatException, Stop {
        if (how == 0) {
            if (length < 0 || unfolded + length > MOST_BYTES) {
                throw new Stop(Refusal.BOMB);
            }
            var bytes = new byte[length];
            file.get(from, bytes);
            unfolded += length;
            return bytes;
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file.slice(from, length));
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[16 * 1024];
            while (!inflater.finished()) {
                var read = inflater.inflate(buffer);
                if (read == 0) {
                    throw new DataFormatException();
                }
                unfolded += read;
                if (unfolded > MOST_BYTES) {
                    throw new Stop(Refusal.BOMB);
                }
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private static boolean wanted(String name) {
        return name.equals("xl/workbook.xml")
                || name.equals("xl/_rels/workbook.xml.rels")
                || name.equals("xl/sharedstrings.xml")
                || name.equals("xl/styles.xml")
                || (name.startsWith("xl/worksheets/") && name.endsWith(".xml"));
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean linksElsewhere() {
        return links;
    }
}
