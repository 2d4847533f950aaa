package org.hoshimori.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.hoshimori.intake.SheetReader.Refusal;
import org.hoshimori.intake.SheetReader.Stop;

/// The parts of a workbook that are read, unfolded under limits of their own: a small file can unfold to gigabytes.
final class ZipParts {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES = 48 * 1024 * 1024;

    private final Map<String, byte[]> parts = new HashMap<>();
    private boolean links;

    private ZipParts() {}

    static ZipParts of(byte[] file) throws Stop {
        var read = new ZipParts();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            read.all(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw new Stop(Refusal.BROKEN);
        }
        if (!read.parts.containsKey("xl/workbook.xml")) {
            throw new Stop(Refusal.UNKNOWN);
        }
        return read;
    }

    private void all(ZipInputStream zip) throws IOException, Stop {
        var count = 0;
        var unfolded = 0L;
        var buffer = new byte[16 * 1024];
        for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
            var name = part.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                throw new Stop(Refusal.MACROS);
            }
            if (++count > MOST_PARTS) {
                throw new Stop(Refusal.BOMB);
            }
            links |= name.startsWith("xl/externallinks/");
            var kept = wanted(name) ? new ByteArrayOutputStream() : null;
            for (var length = zip.read(buffer); length >= 0; length = zip.read(buffer)) {
                unfolded += length;
                if (unfolded > MOST_BYTES) {
                    throw new Stop(Refusal.BOMB);
                }
                if (kept != null) {
                    kept.write(buffer, 0, length);
                }
            }
            if (kept != null && parts.putIfAbsent(name, kept.toByteArray()) != null) {
                throw new Stop(Refusal.BROKEN);
            }
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
