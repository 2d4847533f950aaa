package org.hoshimori.file;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A stored file. Unique within the company.
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
