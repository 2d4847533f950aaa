package org.hoshimori.house.broken.code;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Broken: state in statics, time and output from behind the scenes.
final class Hidden {

    static final AtomicInteger HITS = new AtomicInteger();
    static final Map<String, String> KNOWN = Collections.synchronizedMap(new HashMap<>());
    static final String[] SHARED = {"a"};
    static final List<String> FIXED = List.of("b");
    private static final byte[] FIXED_TOO = {1};
    static int counter;

    private final ThreadLocal<String> actor = ThreadLocal.withInitial(() -> "nobody");

    String speak() {
        System.out.println(FIXED_TOO.length);
        return actor.get();
    }

    String now() {
        Supplier<LocalTime> late = LocalTime::now;
        return Instant.now() + "" + LocalDate.now(ZoneId.of("Asia/Tokyo")) + late.get() + Clock.systemUTC();
    }

    Instant asked(Clock clock) {
        return Instant.now(clock);
    }
}
