package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.time.Instant;

/** So many calls until a moment, then as many anew; at first nothing is known and everything allowed. */
final class Bucket {

    private int limit = Integer.MAX_VALUE;
    private int remaining = limit;
    private Duration period = Duration.ZERO;
    private Instant resetAt = Instant.EPOCH;

    /** Takes one call out, or tells how long to wait for the next. */
    synchronized Duration reserve(Instant now) {
        if (!now.isBefore(resetAt)) {
            remaining = limit;
            resetAt = now.plus(period);
        }
        if (remaining > 0) {
            remaining--;
            return Duration.ZERO;
        }
        return Duration.between(now, resetAt);
    }

    /** Answers overtake each other, and calls are under way: of what is told and what is known, the less is true. */
    synchronized void observed(int limit, int told, Duration resetAfter, Instant now) {
        remaining = now.isBefore(resetAt) ? Math.min(remaining, told) : told;
        var reset = now.plus(resetAfter);
        resetAt = reset.isAfter(resetAt) ? reset : resetAt;
        period = resetAfter.compareTo(period) > 0 ? resetAfter : period;
        this.limit = Math.max(1, limit);
    }

    synchronized void exhausted(Instant until) {
        remaining = 0;
        resetAt = until;
        limit = limit == Integer.MAX_VALUE ? 1 : limit;
    }
}
