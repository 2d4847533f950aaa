package org.hoshimori.trail;

import org.hoshimori.database.ActorId;
import org.jspecify.annotations.Nullable;

/// Who stands behind an entry.
///
/// @param id the member; null for a colleague with a link and for the system itself
/// @param name as it was at that moment
public record Author(@Nullable ActorId id, String name) {

    /// The installation itself, for example a nightly job.
    public static final Author SYSTEM = new Author(null, "Hoshimori");
}
