package dev.personamarket.preview.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/**
 * A budget without room, as an answer found it.
 *
 * @param payer    index of its scope among those that were to pay
 * @param reserved by other answers under way
 */
record Balance(int payer, LocalDate day, long used, long reserved) {

    /** While others are being answered, room may come back when they take less than they might. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** 429, with the time to midnight UTC, or a moment where only answers under way stand between. */
    Problem exhausted(Scope.Kind kind, long limit) {
        var soon = used < limit;
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "budget-exhausted", detail(kind, soon))
                .with("resetAt", nextAfter(day))
                .retryAfter(soon ? A_MOMENT : Duration.between(Instant.now(), nextAfter(day)));
    }

    /** When the day after this one begins. */
    static Instant nextAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String detail(Scope.Kind kind, boolean soon) {
        var who = switch (kind) {
            case VISITOR -> "You have talked as much as visitors can in one day. Sign in to talk longer";
            case USER -> "You have talked as much as one person can in one day";
            case SERVER -> "All on this server have talked as much as they can in one day";
            case PERSONALITY -> "This personality has talked as much as it can in one day";
            case SITE -> "All personalities together have talked as much as they can in one day";
        };
        return who + (soon
                ? ", unless the answers that are being given turn out short: try again in a moment."
                : "; it goes on after midnight UTC.");
    }
}
