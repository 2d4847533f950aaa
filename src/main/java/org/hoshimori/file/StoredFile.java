package org.hoshimori.file;

import java.time.OffsetDateTime;

/// A file as lists show it; the bytes are fetched apart.
///
/// @param name cleaned: no folder, nothing invisible, with the ending of its type
/// @param mediaType found from the content
/// @param size in bytes, 1 to 10,485,760
public record StoredFile(FileId id, String name, String mediaType, long size, OffsetDateTime addedAt) {

    /// In whole kilobytes, at least 1, as lists say it.
    public long kilobytes() {
        return Math.max(1, Math.round(size / 1024.0));
    }
}
