package org.hoshimori.programme;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a position in the sequence becomes a number: leading digits, then the position under a permutation with the
/// installation's key, so that nobody guesses a neighbour's number from their own. The permutation is a Feistel network
/// over the next even number of bits; positions that land outside walk on until they land inside (cycle-walking).
///
/// @param leading digits that every number begins with; at least one digit follows
/// @param digits length of a number, 4 to 18
/// @param key at least 16 bytes
record NumberScheme(String leading, int digits, byte[] key) {

    private static final int ROUNDS = 8;

    NumberScheme {
        if (!leading.matches("[0-9]*") || digits < 4 || digits > 18 || leading.length() >= digits || key.length < 16) {
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
