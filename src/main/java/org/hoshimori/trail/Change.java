package org.hoshimori.trail;

import org.jspecify.annotations.Nullable;

/// What happened: the action and, where there is one, the state before and after in words a reader understands.
///
/// @param action a word with a text `trail.action.<action>`, for example `answered`
public record Change(
        String action, @Nullable String before, @Nullable String after) {

    public static Change of(String action) {
        return new Change(action, null, null);
    }

    public static Change to(String action, String after) {
        return new Change(action, null, after);
    }
}
