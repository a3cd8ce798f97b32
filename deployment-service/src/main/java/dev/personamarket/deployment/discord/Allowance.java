package dev.personamarket.deployment.discord;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/**
 * How much of something all instances together allow themselves. In no window of the period is it more than burst and
 * refill together, wherever Discord's own windows begin.
 *
 * @param name   the key in Redis
 * @param burst  at once
 * @param refill in each period
 * @param steady whether it comes back bit by bit, or only at a period's end
 */
record Allowance(String name, long burst, long refill, Duration period, boolean steady) {

    /** Discord allows 50 in a second. */
    static final Allowance REQUESTS = new Allowance("discord:requests", 10, 40, Duration.ofSeconds(1), true);

    /** Discord bans for 10,000 in ten minutes; we stop well before, for the rest of the time. */
    static final Allowance INVALID_REQUESTS = new Allowance("discord:invalid-requests", 4_000, 4_000,
            Duration.ofMinutes(10), false);

    BucketConfiguration all() {
        return BucketConfiguration.builder().addLimit(bandwidth(1)).build();
    }

    /** While nothing is known of the others, as if there was one more. */
    BucketConfiguration half() {
        return BucketConfiguration.builder().addLimit(bandwidth(2)).build();
    }

    private Bandwidth bandwidth(int parts) {
        var bucket = Bandwidth.builder().capacity(burst / parts);
        return (steady
                ? bucket.refillGreedy(refill / parts, period)
                : bucket.refillIntervally(refill / parts, period)).build();
    }
}
