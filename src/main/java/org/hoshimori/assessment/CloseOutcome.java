package org.hoshimori.assessment;

import java.util.List;

/// What became of the wish to close a round.
public sealed interface CloseOutcome {

    /// It is closed and will not change any more.
    record Closed(Score score) implements CloseOutcome {}

    /// Questions without any answer: ids in official order.
    record Incomplete(List<String> open) implements CloseOutcome {}

    /// Somebody closed it before.
    record AlreadyClosed() implements CloseOutcome {}
}
