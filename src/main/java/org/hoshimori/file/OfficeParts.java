package org.hoshimori.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// What is inside a zip, as far as it tells a Word, Excel or slide document from everything else.
///
/// @param names of the parts, in lower case; empty when the zip cannot be read to its end
/// @param types the part `[Content_Types].xml`, in lower case
record OfficeParts(Set<String> names, String types) {

    /// A small file can unfold to gigabytes; no honest document of 10 MB comes near these.
    private static final int MOST_PARTS = 5_000;

    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int MOST_TYPES = 2 * 1024 * 1024;

    private static final OfficeParts UNREADABLE = new OfficeParts(Set.of(), "");

    /// Read by the directory at the end of the file, as Office does: what writers leave behind each part for streams is
    /// not always what the JDK's stream reader expects.
    static OfficeParts of(byte[] content) {
        var names = new HashSet<String>();
        var types = "";
        long unfolded = 0;
        var buffer = new byte[16 * 1024];
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var part : Collections.list(zip.getEntriesInPhysicalOrder())) {
                var name = part.getName().toLowerCase(Locale.ROOT);
                if (!names.add(name) || names.size() > MOST_PARTS) {
                    return UNREADABLE;
                }
                try (var in = zip.getInputStream(part)) {
                    if (name.equals("[content_types].xml")) {
                        types = new String(in.readNBytes(MOST_TYPES), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                    }
                    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unfolded += read;
                        if (unfolded > MOST_BYTES) {
                            return UNREADABLE;
                        }
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return UNREADABLE;
        }
        // Names stand uncompressed in the zip, also at parts that the directory keeps quiet about.
        var raw = new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return raw.contains("vbaproject.bin") ? UNREADABLE : new OfficeParts(names, types);
    }

    Optional<FileType> type() {
        if (types.isEmpty() || types.contains("macroenabled") || types.contains("vbaproject")) {
            return Optional.empty();
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(FileType.WORD);
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(FileType.EXCEL);
        }
        return names.contains("ppt/presentation.xml") ? Optional.of(FileType.SLIDES) : Optional.empty();
    }
}
