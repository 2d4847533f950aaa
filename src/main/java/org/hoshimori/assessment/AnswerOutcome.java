package org.hoshimori.assessment;

/// What became of an answer.
public sealed interface AnswerOutcome {

    /// It is in the database.
    record Saved(RecordedAnswer now) implements AnswerOutcome {}

    /// Somebody else said something in between; nothing was overwritten.
    record Overtaken(RecordedAnswer theirs) implements AnswerOutcome {}

    /// The round was closed in the meantime.
    record RoundClosed() implements AnswerOutcome {}

    /// The question or the answer is not one of this respondent's.
    record NotAsked() implements AnswerOutcome {}
}
