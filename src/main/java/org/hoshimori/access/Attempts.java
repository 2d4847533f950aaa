package org.hoshimori.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Slows down guessing: ten tries in five minutes per person, a hundred per network address, and a hundred links that
/// lead nowhere. In memory, because a restart that forgets a few tries is no help to a guesser.
@Component
public class Attempts {

    private static final int REMEMBERED = 50_000;
    private static final int PER_PERSON = 10;
    private static final int PER_ADDRESS = 100;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// Counts one try and tells whether it may be made.
    ///
    /// @param person what is guessed at: an e-mail address, with the name of the page before it where it is not the
    ///     sign-in
    /// @param address the network address that tries
    public boolean allowed(String person, String address) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        // The address first: it bounds how many persons one guesser can make us remember.
        return bucket("a:" + address, PER_ADDRESS).tryConsume(1)
                && bucket("p:" + person.toLowerCase(Locale.ROOT), PER_PERSON).tryConsume(1);
    }

    /// Gives a person who got in all tries back.
    public void succeeded(String person) {
        buckets.remove("p:" + person.toLowerCase(Locale.ROOT));
    }

    /// Whether this network address may still open links; good links cost nothing.
    boolean mayOpenLinks(String address) {
        var missed = buckets.get("l:" + address);
        return missed == null || missed.getAvailableTokens() > 0;
    }

    /// Counts a link that led nowhere.
    void missedLink(String address) {
        bucket("l:" + address, PER_ADDRESS).tryConsume(1);
    }

    private Bucket bucket(String key, int tries) {
        return buckets.computeIfAbsent(key, _ -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, Duration.ofMinutes(5))
                        .build())
                .build());
    }
}
