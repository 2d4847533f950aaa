package org.hoshimori.home;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.home.PutOff.Matter;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// "Not now". The day stays text until it is checked, so that nothing typed is lost.
///
/// @param until the day on which the matter is shown again
/// @param open a word for "until somebody takes it up again", whatever day is typed; null for until the day
record PutOffForm(@Nullable String until, @Nullable String open) {

    /// A proposal, a quarter of a year ahead.
    private static final int MONTHS = 3;

    /// Nobody remembers what was put off longer ago.
    private static final int YEARS = 5;

    static PutOffForm proposed(LocalDate today) {
        return new PutOffForm(today.plusMonths(MONTHS).toString(), null);
    }

    String typed() {
        return until == null ? "" : until;
    }

    Problems check(LocalDate today) {
        if (open != null) {
            return Problems.NONE;
        }
        var day = day();
        var good = day.isPresent() && day.get().isAfter(today) && !day.get().isAfter(today.plusYears(YEARS));
        return good
                ? Problems.NONE
                : new Problems(List.of(new Problems.Problem("until", "home.put-off.day", List.of(YEARS))));
    }

    /// Good after a check.
    PutOff of(Matter matter) {
        return new PutOff(matter, open != null ? null : day().orElseThrow());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(
                    Normalizer.normalize(typed(), Normalizer.Form.NFKC).strip().replace('/', '-')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
