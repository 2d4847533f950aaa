package org.hoshimori.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Remembers for ten minutes which searches have more hits than anybody counts: that is said as "or more" and stays
/// true, while counting so many again for every reader is what makes a common word slow. Smaller counts are always
/// new. It remembers as well whether a word seemed rare: that decides only where hits are looked for first.
@Component
class Plenty {

    private static final int REMEMBERED = 5_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private enum Kind {
        PLENTY,
        RARE,
        COMMON
    }

    private record Known(Kind kind, Instant until) {}

    private final Map<Search, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    Plenty(Clock clock) {
        this.clock = clock;
    }

    /// What counts, at most one more than [SearchRepository#COUNTED].
    int count(Search search, IntSupplier counting) {
        if (kind(search) == Kind.PLENTY) {
            return SearchRepository.COUNTED + 1;
        }
        var count = counting.getAsInt();
        if (count > SearchRepository.COUNTED) {
            remember(search, Kind.PLENTY);
        }
        return count;
    }

    /// Whether hits are so rare that they are looked for by their letters first.
    boolean rare(Search search, BooleanSupplier looking) {
        var kind = kind(search);
        if (kind != null) {
            return kind == Kind.RARE;
        }
        var rare = looking.getAsBoolean();
        remember(search, rare ? Kind.RARE : Kind.COMMON);
        return rare;
    }

    /// What seemed rare has too many hits for that.
    void common(Search search) {
        remember(search, Kind.COMMON);
    }

    private @Nullable Kind kind(Search search) {
        var one = known.get(search.inOrder(Search.Order.NEWEST));
        return one == null || clock.instant().isAfter(one.until()) ? null : one.kind();
    }

    private void remember(Search search, Kind kind) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(
                search.inOrder(Search.Order.NEWEST),
                new Known(kind, clock.instant().plus(KEPT)));
    }
}
