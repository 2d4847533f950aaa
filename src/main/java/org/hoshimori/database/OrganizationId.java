package org.hoshimori.database;

import java.util.UUID;

/// The company whose rows are meant: first parameter of every repository method, first column of every key.
public record OrganizationId(UUID value) {

    /// A new company's id, UUIDv7.
    public static OrganizationId next() {
        return new OrganizationId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
