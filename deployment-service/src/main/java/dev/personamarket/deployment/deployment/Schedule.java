package dev.personamarket.deployment.deployment;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When a deployment is worked on next.
 *
 * @param dueAt    absent when there is nothing to do
 * @param attempts how often in a row Discord was out of reach
 */
record Schedule(@Nullable Instant dueAt, int attempts) {

    static final Schedule NOTHING = new Schedule(null, 0);

    static final int ATTEMPTS_AT_MOST = 9;

    private static final Duration FIRST_LOOKS = Duration.ofSeconds(2);
    /** How often a deployment is looked at that nobody says anything about. */
    private static final Duration ROUTINE_LOOKS = Duration.ofMinutes(10);
    private static final Duration LATER_LOOKS = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);

    static Schedule at(Instant time) {
        return new Schedule(time, 0);
    }

    /** Every two seconds while somebody is likely at it, ever more rarely later. */
    static Schedule watching(Instant since, Instant now) {
        var tenth = Duration.between(since, now).dividedBy(10);
        return at(now.plus(longer(FIRST_LOOKS, shorter(tenth, LATER_LOOKS))));
    }

    static Schedule looking(Instant now) {
        return at(now.plus(ROUTINE_LOOKS));
    }

    /** After 1, 2, 4 … 60 seconds, and not before Discord wants to hear of us again: for some three minutes in all. */
    Schedule afterFailure(Instant now, Duration notBefore) {
        var backOff = shorter(Duration.ofSeconds(1L << Math.min(attempts, 10)), LONGEST_BACK_OFF);
        return new Schedule(now.plus(longer(backOff, notBefore)), attempts + 1);
    }

    boolean isExhausted() {
        return attempts >= ATTEMPTS_AT_MOST;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
