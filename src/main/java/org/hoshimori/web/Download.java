package org.hoshimori.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The head of an answer that is a file: its name in any writing, its type, and that no browser guesses another one.
public final class Download {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    public static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    public static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Download() {}

    /// To be kept, never opened as a page of ours: everything that people sent in, and what goes on in another program.
    public static ResponseEntity.BodyBuilder attached(String name, MediaType type) {
        return answer(ContentDisposition.attachment(), name, type);
    }

    /// To be looked at in the browser and printed: a PDF of ours.
    public static ResponseEntity.BodyBuilder shown(String name, MediaType type) {
        return answer(ContentDisposition.inline(), name, type);
    }

    private static ResponseEntity.BodyBuilder answer(ContentDisposition.Builder way, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        way.filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff");
    }
}
