package org.hoshimori.directory;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.hoshimori.directory.SearchPage.Words;
import org.hoshimori.paper.QrCode;
import org.jspecify.annotations.Nullable;

/// What a number stands for, at this moment.
///
/// @param entry null unless the declaration is current
record VerifyPage(
        String number,
        Standing standing,
        @Nullable DirectoryEntry entry,
        QrCode code,
        OffsetDateTime checkedAt,
        Words words) {

    /// A stopped one says only that it is stopped.
    enum Standing {
        CURRENT,
        STOPPED,
        UNKNOWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A number from an address, safe and short enough to be shown again.
    static String shown(String number) {
        var clean = number.replaceAll("[^0-9A-Za-z-]", "");
        return clean.substring(0, Math.min(20, clean.length()));
    }
}
