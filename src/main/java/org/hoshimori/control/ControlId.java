package org.hoshimori.control;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A control that a company decided on. Unique within the company.
public record ControlId(UUID value) {

    public static ControlId next() {
        return new ControlId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
