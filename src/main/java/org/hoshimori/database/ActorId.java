package org.hoshimori.database;

import java.util.UUID;

/// Who acts, as the trail remembers it: the id of a member of the company.
public record ActorId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
