package org.hoshimori.document;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A revision of one of a company's documents. Unique within the company.
public record RevisionId(UUID value) {

    public static RevisionId next() {
        return new RevisionId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
