package org.hoshimori.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hoshimori.asset.Asset;
import org.jspecify.annotations.Nullable;

/// What an import would do, row by row; nothing has happened yet.
///
/// @param scaled true when the figures of the sheet run from 1 to 3
record DryRun(List<Row> rows, boolean scaled) {

    /// What would become of a row.
    enum Fate {
        NEW,
        CHANGED,
        SAME,
        REFUSED;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param asset as it would be; null when refused
    record Row(int line, String name, Fate fate, @Nullable Asset asset, List<Trouble> troubles) {}

    /// What is wrong, or was read in a way worth knowing.
    ///
    /// @param place of the column in the sheet, from 0; -1 when it has none
    record Trouble(int line, int place, String key, String typed) {

        /// The letter of the column, for example `AB`; empty without one.
        String column() {
            if (place < 0) {
                return "";
            }
            return place < 26
                    ? String.valueOf((char) ('A' + place))
                    : String.valueOf((char) ('A' + place / 26 - 1)) + (char) ('A' + place % 26);
        }
    }

    /// A file that was taken over and can be taken back.
    record Recent(UUID id, String fileName, OffsetDateTime at) {}

    int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    List<Trouble> troubles() {
        return rows.stream().flatMap(row -> row.troubles().stream()).toList();
    }

    /// What would be written.
    List<Row> writing() {
        return rows.stream()
                .filter(row -> row.fate() == Fate.NEW || row.fate() == Fate.CHANGED)
                .toList();
    }
}
