package org.hoshimori.takeover;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.programme.Clerk;

/// One file that is taken over, and how far it is.
///
/// @param rows of the file, its heading not counted
record Run(
        UUID id,
        String fileName,
        ColumnMap columns,
        State state,
        int rows,
        Progress progress,
        Counts counts,
        Clerk by,
        OffsetDateTime startedAt,
        OffsetDateTime changedAt) {

    /// How far a run is.
    enum State {
        /// The dry run works.
        LOOKING,
        LOOKED,
        /// The import works.
        TAKING,
        DONE,
        CANCELLED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        boolean works() {
            return this == LOOKING || this == TAKING;
        }

        boolean ended() {
            return this == DONE || this == CANCELLED;
        }
    }

    /// In chunks of rows.
    ///
    /// @param chunks of the file
    /// @param looked how many the dry run has seen
    /// @param taken how many are imported
    record Progress(int chunks, int looked, int taken) {}

    /// What the dry run counted, and what the import wrote.
    ///
    /// @param fresh rows that would be, or were, new
    /// @param known rows that are here already
    /// @param refused rows that cannot be taken over
    /// @param noted things that were left out or put right
    /// @param imported declarations that were written
    record Counts(int fresh, int known, int refused, int noted, int imported) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /// Chunks that the present step has done.
    int done() {
        return state == State.LOOKING ? progress.looked() : progress.taken();
    }

    int percent() {
        return progress.chunks() == 0 ? 100 : (int) (100L * done() / progress.chunks());
    }
}
