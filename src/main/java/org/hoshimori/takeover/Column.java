package org.hoshimori.takeover;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of a list of declarations.
enum Column {
    NUMBER,
    /// What the list itself tells its rows apart by; for rows without a number.
    KEY,
    STAR,
    SINCE,
    NAME,
    KANA,
    HOLDER,
    CORPORATE_NUMBER,
    INDUSTRY,
    POSTAL_CODE,
    PREFECTURE,
    MUNICIPALITY,
    TOWN,
    STREET,
    /// Prefecture, municipality, town and street in one.
    ADDRESS,
    REPRESENTATIVE,
    PERSON,
    EMAIL,
    EMPLOYEES,
    CAPITAL,
    REASON,
    POLICY_HOW,
    POLICY_URL,
    STANDING,
    STOPPED_ON;

    /// The word in forms and files, for example `postal-code`.
    String id() {
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
