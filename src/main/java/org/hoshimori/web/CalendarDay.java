package org.hoshimori.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A day as a date field or an address says it, `2026-11-20`.
public final class CalendarDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private CalendarDay() {}

    /// Empty for what is no day from 1900 to 2999: Java knows years that no database and no paper can hold.
    public static Optional<LocalDate> read(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
