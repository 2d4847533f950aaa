package org.hoshimori.programme;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/// Gives the numbers of declarations. A number is given once and never again, also when what it was given for fails.
@Component
public class Numbers {

    private static final String KEY = "number-scheme";

    private final NumberRepository numbers;
    private final Programme programme;
    private final Clock clock;

    Numbers(NumberRepository numbers, Programme programme, Clock clock) {
        this.numbers = numbers;
        this.programme = programme;
        this.clock = clock;
    }

    /// The next number. Joins the caller's transaction: when that fails, the number counts as never given, and its
    /// position is passed over. Errors: `IllegalStateException` when the scheme has none left.
    public String next() {
        var settings = programme.settings();
        var scheme = new NumberScheme(settings.leading(), settings.digits(), key());
        var now = OffsetDateTime.now(clock);
        while (true) {
            var number = scheme.number(numbers.position(now));
            if (numbers.add(number, "given", now)) {
                return number;
            }
        }
    }

    /// Keeps a number that was given before this installation, so that it is never given here. False when it is taken.
    public boolean takeOver(String number) {
        return numbers.add(number, "handed-over", OffsetDateTime.now(clock));
    }

    private byte[] key() {
        return numbers.key(KEY).orElseGet(() -> {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            numbers.addKey(KEY, secret);
            return numbers.key(KEY).orElseThrow();
        });
    }
}
