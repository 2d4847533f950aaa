package org.hoshimori.database;

import java.sql.SQLException;
import java.util.Optional;

/// What the database refuses on purpose, so that it is said in words rather than taken for a bug.
public enum StorageRefusal {
    /// Text with a character that PostgreSQL cannot hold, for example NUL (SQLSTATE 22021).
    TEXT("22021"),
    /// A change that raced with the closing of a round (our own SQLSTATE HM001).
    ROUND_CLOSED("HM001"),
    /// A change of what was approved or confirmed before: revisions and confirmations (our own SQLSTATE HM002).
    FROZEN("HM002"),
    /// A change of what the desk decided or recorded before (our own SQLSTATE HM003).
    DECIDED("HM003");

    private final String state;

    StorageRefusal(String state) {
        this.state = state;
    }

    /// Empty when the failure is none of these. Looks at every cause: Spring's translators do not know our own
    /// states, and what arrives is then jOOQ's own exception.
    public static Optional<StorageRefusal> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            for (var refusal : values()) {
                if (cause instanceof SQLException sql && refusal.state.equals(sql.getSQLState())) {
                    return Optional.of(refusal);
                }
            }
        }
        return Optional.empty();
    }
}
