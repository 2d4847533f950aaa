package org.hoshimori.treatment;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A decision on how risks are treated. Unique within the company.
public record TreatmentId(UUID value) {

    public static TreatmentId next() {
        return new TreatmentId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
