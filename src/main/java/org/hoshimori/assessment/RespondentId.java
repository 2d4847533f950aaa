package org.hoshimori.assessment;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A respondent of a company. Unique within the company.
public record RespondentId(UUID value) {

    public static RespondentId next() {
        return new RespondentId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
