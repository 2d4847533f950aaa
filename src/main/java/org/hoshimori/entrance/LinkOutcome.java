package org.hoshimori.entrance;

/// What asking for a link leads to: one to hand over, or a sentence why not.
sealed interface LinkOutcome {

    /// @param url shown once, never stored
    /// @param mailed true when the person also gets it by mail
    record Issued(String url, boolean mailed) implements LinkOutcome {}

    /// @param reason key of the sentence
    record Refused(String reason) implements LinkOutcome {}
}
