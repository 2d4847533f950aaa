package org.hoshimori.assessment;

import java.util.List;

/// What became of the responsible person's decisions.
public sealed interface DecisionOutcome {

    /// They are in the database.
    ///
    /// @param count how many are new or changed
    record Decided(int count) implements DecisionOutcome {}

    /// Nothing was written: these decisions differ from what was proposed and say no reason.
    ///
    /// @param questions ids in the order in which they were sent
    record ReasonMissing(List<String> questions) implements DecisionOutcome {}

    /// The round was closed in the meantime; it does not change any more.
    record RoundClosed() implements DecisionOutcome {}
}
