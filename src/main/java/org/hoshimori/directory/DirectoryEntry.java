package org.hoshimori.directory;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The public fields of an accepted declaration.
///
/// @param star 1 or 2
/// @param industry letter A to T
/// @param prefecture two digits, 01 to 47
/// @param town down to the 町域; empty for a sole proprietor who did not agree to more than the municipality
/// @param since day of the declaration
public record DirectoryEntry(
        String number,
        int star,
        String name,
        String kana,
        @Nullable String corporateNumber,
        String industry,
        String prefecture,
        String municipality,
        String town,
        Holder holder,
        LocalDate since,
        @Nullable String policyUrl) {

    /// Who declared.
    public enum Holder {
        COMPANY,
        SOLE_PROPRIETOR;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Holder of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
