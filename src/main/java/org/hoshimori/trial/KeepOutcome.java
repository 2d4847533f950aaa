package org.hoshimori.trial;

import org.hoshimori.assessment.RoundId;

/// What became of the wish to keep a trial for a company.
sealed interface KeepOutcome {

    /// The answers stand in this round.
    record Kept(RoundId round) implements KeepOutcome {}

    /// The company is answering a round already; nothing was mixed into it and the trial is still there.
    record Busy(RoundId round) implements KeepOutcome {}

    /// The trial is not complete, or it is gone: kept before, or older than 7 days.
    record Gone() implements KeepOutcome {}
}
