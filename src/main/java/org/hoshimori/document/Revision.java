package org.hoshimori.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hoshimori.file.FileId;
import org.jspecify.annotations.Nullable;

/// What the company approved, for ever as it was approved. Its text stands in [Documents#composition].
///
/// @param template id of the document, for example `basic-policy`; one revision of it is in force at a time
/// @param number counted from 1 per document
/// @param fingerprint SHA-256 of the exact text in lower-case hex digits; of the file where there is one
/// @param note what changed, in the words of whoever asked for the approval
/// @param file an existing document that the company brought; null for a composed one
/// @param approvedRole id of the role in which it was approved
/// @param inForceFrom first day on which it binds
public record Revision(
        RevisionId id,
        String template,
        String title,
        int number,
        String fingerprint,
        @Nullable String note,
        @Nullable FileId file,
        String askedBy,
        String approvedBy,
        String approvedRole,
        OffsetDateTime approvedAt,
        LocalDate inForceFrom) {

    /// Whether the day has come; a later revision may have taken its place since.
    public boolean begun(LocalDate today) {
        return !inForceFrom.isAfter(today);
    }
}
