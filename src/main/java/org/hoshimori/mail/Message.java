package org.hoshimori.mail;

import java.time.Duration;
import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// One mail to one person, plain text.
///
/// @param attempts how often it was tried
record Message(UUID id, String recipient, String subject, String body, int attempts) {

    static final int MOST_ATTEMPTS = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    Message(String recipient, String subject, String body) {
        this(TimeOrderedId.next(), recipient, subject, body, 0);
    }

    /// How long to wait after the try that is made now: 1, 4, 16, 64 minutes, 4, 17 and 24 hours.
    Duration pause() {
        var pause = Duration.ofMinutes(1L << (2 * Math.min(attempts, 10)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
