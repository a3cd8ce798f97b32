package dev.personamarket.simulators.discord;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Discord's ids: milliseconds since 2015 in the upper 42 bits, a counter below; strings wherever they are seen. */
public final class Snowflakes {

    private static final long EPOCH = 1420070400000L;
    private static final AtomicLong LAST = new AtomicLong();

    private Snowflakes() {}

    /** A new id, greater than every one before. */
    public static String next() {
        long now = System.currentTimeMillis() - EPOCH << 22;
        return Long.toString(LAST.updateAndGet(last -> Math.max(last + 1, now)));
    }

    /** As far as a signed number of 64 bits goes, which is until 2084. */
    public static boolean isSnowflake(String text) {
        return text.matches("0|[1-9]\\d{0,17}|[1-8]\\d{18}");
    }

    public static Instant createdAt(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> 22) + EPOCH);
    }
}
