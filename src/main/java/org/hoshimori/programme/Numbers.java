package org.hoshimori.programme;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Gives the numbers of declarations. A number is given once and never again, also when what it was given for fails.
@Component
public class Numbers {

    private static final String KEY = "number-scheme";
    private static final String HANDED_OVER = "handed-over";

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
        return numbers.add(number, HANDED_OVER, OffsetDateTime.now(clock));
    }

    /// Keeps many numbers that were given before this installation; those that are taken are not among the answer.
    public Set<String> takeOver(Collection<String> many) {
        return numbers.add(many, HANDED_OVER, OffsetDateTime.now(clock));
    }

    /// Which of these numbers are taken, and whether each was handed over or given here.
    public Map<String, Origin> taken(Collection<String> many) {
        return numbers.origins(many).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().equals(HANDED_OVER) ? Origin.HANDED_OVER : Origin.GIVEN));
    }

    /// Where a number comes from.
    public enum Origin {
        GIVEN,
        /// It was given before this installation.
        HANDED_OVER
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
