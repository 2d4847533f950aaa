package org.hoshimori.handout;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hoshimori.document.RevisionId;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// That a person was asked to read a revision.
///
/// @param id what a personal link leads to
/// @param reminders how often the job asked again, 0 to 3
/// @param remindedAt when anybody or the job last asked again; null for never
/// @param endedAt when another revision took its place, or the person was no longer asked; null while it stands
record ReadingRequest(
        UUID id,
        String template,
        RevisionId revision,
        MemberId member,
        OffsetDateTime askedAt,
        int reminders,
        @Nullable OffsetDateTime remindedAt,
        @Nullable OffsetDateTime endedAt) {

    /// A week between two reminders, and three at most (独自の目安).
    static final Duration PAUSE = Duration.ofDays(7);

    static final int MOST_REMINDERS = 3;

    /// A click reminds a person once a day.
    private static final Duration BREATH = Duration.ofDays(1);

    boolean stands() {
        return endedAt == null;
    }

    /// Whether the job asks again now.
    boolean due(OffsetDateTime now) {
        return stands() && reminders < MOST_REMINDERS && !last().plus(PAUSE).isAfter(now);
    }

    /// Whether a click may ask again now.
    boolean mayBeReminded(OffsetDateTime now) {
        return stands() && (remindedAt == null || !remindedAt.plus(BREATH).isAfter(now));
    }

    private OffsetDateTime last() {
        return remindedAt == null ? askedAt : remindedAt;
    }
}
