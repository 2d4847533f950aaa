package org.hoshimori;

import java.time.LocalDate;
import java.time.ZoneId;

/// The day on which the application is, wherever the machine stands and whatever its clock is set to: from three in the
/// afternoon in Greenwich on it is tomorrow in Japan.
public final class Today {

    private Today() {}

    public static LocalDate inJapan() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }
}
