package dev.personamarket.gateway.limits;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;

/** What a limit says of one request: whether it may pass, how many may follow, and when the count begins anew. */
record Verdict(boolean allowed, long remaining, Duration reset) {

    static Verdict of(ConsumptionProbe probe) {
        return new Verdict(probe.isConsumed(), probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-10; seconds are rounded up. */
    String header(Policy policy) {
        return "\"%s\";r=%d;t=%d".formatted(policy.name(), remaining, reset.plusMillis(999).toSeconds());
    }
}
