package org.hoshimori.asset;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A row of the register. Unique within the company.
public record AssetId(UUID value) {

    public static AssetId next() {
        return new AssetId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
