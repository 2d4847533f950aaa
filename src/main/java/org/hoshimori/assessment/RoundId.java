package org.hoshimori.assessment;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A round of a company. Unique within the company.
public record RoundId(UUID value) {

    public static RoundId next() {
        return new RoundId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
