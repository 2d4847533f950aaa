package org.hoshimori.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/// Remembers for ten minutes which searches have more hits than anybody counts: that is said as "or more" and
/// stays true, while counting so many again for every reader is what makes a common word slow. Smaller counts
/// are always new.
@Component
class Plenty {

    private static final int REMEMBERED = 5_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<Search, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Plenty(Clock clock) {
        this.clock = clock;
    }

    /// What counts, at most one more than [SearchRepository#COUNTED].
    int count(Search search, IntSupplier counting) {
        var key = search.inOrder(Search.Order.NEWEST);
        var known = until.get(key);
        if (known != null && clock.instant().isBefore(known)) {
            return SearchRepository.COUNTED + 1;
        }
        var count = counting.getAsInt();
        if (count > SearchRepository.COUNTED) {
            if (until.size() >= REMEMBERED) {
                until.clear();
            }
            until.put(key, clock.instant().plus(KEPT));
        }
        return count;
    }
}
