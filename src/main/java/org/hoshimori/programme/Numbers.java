package org.hoshimori.programme;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        var scheme = new Scheme(settings.leading(), settings.digits(), key());
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

    /// How many numbers there are.
    ///
    /// @param size so many the scheme has
    /// @param handedOver given before this installation, of this scheme or another
    record Counts(long size, long given, long handedOver) {}

    Counts counts(Programme.Settings settings) {
        var counts = numbers.counts();
        return new Counts(
                new Scheme(settings.leading(), settings.digits(), new byte[16]).size(),
                counts.getOrDefault("given", 0),
                counts.getOrDefault(HANDED_OVER, 0));
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

    /// How a position in the sequence becomes a number: leading digits, then the position under a permutation
    /// with the installation's key, so that nobody guesses a neighbour's number from their own. The permutation
    /// is a Feistel network over the next even number of bits; positions that land outside walk on until they
    /// land inside (cycle-walking).
    ///
    /// @param leading digits that every number begins with; at least one digit follows
    /// @param digits length of a number, 4 to 18
    /// @param key at least 16 bytes
    record Scheme(String leading, int digits, byte[] key) {

        private static final int ROUNDS = 8;

        Scheme {
            if (!leading.matches("[0-9]*")
                    || digits < 4
                    || digits > 18
                    || leading.length() >= digits
                    || key.length < 16) {
                throw new IllegalArgumentException("a number has 4 to 18 digits, fewer of them fixed, and a key");
            }
            key = key.clone();
        }

        /// How many numbers there are.
        long size() {
            var size = 1L;
            for (var i = leading.length(); i < digits; i++) {
                size *= 10;
            }
            return size;
        }

        /// The number of a position, counted from 1. Errors: `IllegalStateException` when all numbers are given.
        String number(long position) {
            if (position < 1 || position > size()) {
                throw new IllegalStateException("the number scheme has no number left for position " + position);
            }
            var place = position - 1;
            do {
                place = permuted(place);
            } while (place >= size());
            return leading + String.format(Locale.ROOT, "%0" + (digits - leading.length()) + "d", place);
        }

        private int halfBits() {
            return Math.max(1, (64 - Long.numberOfLeadingZeros(size() - 1) + 1) / 2);
        }

        private long permuted(long place) {
            var bits = halfBits();
            var mask = (1L << bits) - 1;
            var left = place >>> bits & mask;
            var right = place & mask;
            for (var round = 0; round < ROUNDS; round++) {
                var next = left ^ (mixed(round, right) & mask);
                left = right;
                right = next;
            }
            return left << bits | right;
        }

        private long mixed(int round, long half) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                mac.update((byte) round);
                mac.update((byte) digits);
                return ByteBuffer.wrap(
                                mac.doFinal(ByteBuffer.allocate(8).putLong(half).array()))
                        .getLong();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }
    }
}
