package org.hoshimori.database;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/// What the database refuses on purpose, so that it is said in words rather than taken for a bug.
public enum StorageRefusal {
    /// Text with a character that PostgreSQL cannot hold, for example NUL (SQLSTATE 22021).
    TEXT("22021"),
    /// A change that raced with the closing of a round (our own SQLSTATE HM001).
    ROUND_CLOSED("HM001");

    private final String state;

    StorageRefusal(String state) {
        this.state = state;
    }

    /// Empty when the failure is none of these: a bug or an outage.
    public static Optional<StorageRefusal> of(DataAccessException failure) {
        var state = failure.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
        for (var refusal : values()) {
            if (refusal.state.equals(state)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
