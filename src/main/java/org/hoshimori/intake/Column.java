package org.hoshimori.intake;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of the register that come in from a sheet.
public enum Column {
    CLASS,
    NAME,
    NOTE,
    USERS,
    DEPARTMENT,
    MEDIUM,
    PERSONAL,
    SPECIAL_CARE,
    MY_NUMBER,
    CONFIDENTIALITY,
    INTEGRITY,
    AVAILABILITY,
    RETENTION,
    REGISTERED,
    OVERRIDE;

    /// The word in forms and message keys, for example `special-care`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Column> of(@Nullable String id) {
        for (var column : values()) {
            if (column.id().equals(id)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
