package org.hoshimori.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that are taken. The content decides: a program called `bill.pdf` is no PDF. Programs, archives
/// and documents with macros are never taken, because a colleague will open what is kept here.
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    SLIDES("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt");

    private static final Charset JAPANESE_WINDOWS = Charset.forName("windows-31j");

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /// The name with an ending that fits the content, so that a page kept as `note.html` is saved as `note.html.txt`.
    String named(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return endings.contains(ending) ? name : name + "." + endings.getFirst();
    }

    /// What the content is; empty when it is none of these. The name only tells a table of values from a plain text.
    static Optional<FileType> of(byte[] content, String name) {
        if (begins(content, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (begins(content, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(content, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(content, "RIFF") && content.length > 12 && begins(Arrays.copyOfRange(content, 8, 12), "WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(content, "PK\u0003\u0004")) {
            return OfficeParts.of(content).type();
        }
        if (!text(content, StandardCharsets.UTF_8) && !text(content, JAPANESE_WINDOWS)) {
            return Optional.empty();
        }
        return Optional.of(name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : TEXT);
    }

    private static boolean begins(byte[] content, String mark) {
        var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static boolean text(byte[] content, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(content));
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
