package org.hoshimori.database;

import java.security.SecureRandom;
import java.util.UUID;

/// UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. Made in Java because PostgreSQL knows it
/// only from 18 on.
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /// A new id; later ids sort after earlier ones (to the millisecond), so that index pages fill in order.
    public static UUID next() {
        var milliseconds = System.currentTimeMillis();
        var high = milliseconds << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        var low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
