package org.hoshimori.trail;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One line of the trail as it is read: numbered from 1 per company.
public record TrailEntry(
        long sequence,
        OffsetDateTime at,
        String author,
        String action,
        Subject subject,
        @Nullable String before,
        @Nullable String after) {}
