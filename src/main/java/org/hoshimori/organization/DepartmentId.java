package org.hoshimori.organization;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A site or department of a company. Unique within the company.
public record DepartmentId(UUID value) {

    public static DepartmentId next() {
        return new DepartmentId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
