package org.hoshimori.handout;

import java.time.OffsetDateTime;
import java.util.Locale;

/// That somebody has read a revision.
record Confirmation(OffsetDateTime at, Way way) {

    /// By one's own click, by a personal link, or on paper and recorded by somebody else.
    enum Way {
        HERE,
        LINK,
        PAPER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(boolean onPaper, boolean byLink) {
            return onPaper ? PAPER : byLink ? LINK : HERE;
        }
    }
}
