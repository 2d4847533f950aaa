package org.hoshimori.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Slows down guessing: ten tries in five minutes per person, a hundred per network address. In memory, because a
/// restart that
/// forgets a few tries is no help to a guesser.
@Component
public class Attempts {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// Counts one try and tells whether it may be made.
    public boolean allowed(String person, String address) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        return take("p:" + person.toLowerCase(Locale.ROOT), 10) && take("a:" + address, 100);
    }

    /// Gives a person who got in all tries back.
    public void succeeded(String person) {
        buckets.remove("p:" + person.toLowerCase(Locale.ROOT));
    }

    private boolean take(String key, int tries) {
        return buckets.computeIfAbsent(key, _ -> bucket(tries)).tryConsume(1);
    }

    private static Bucket bucket(int tries) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, Duration.ofMinutes(5))
                        .build())
                .build();
    }
}
