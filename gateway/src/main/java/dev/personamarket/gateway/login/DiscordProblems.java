package dev.personamarket.gateway.login;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import dev.personamarket.gateway.problems.Problem;

/** Why nothing can be done on Discord in somebody's name; deployment-service speaks of it in the same types. */
final class DiscordProblems {

    private static final Duration SOON = Duration.ofSeconds(5);

    private DiscordProblems() {}

    /** 401: only a new consent helps, {@code /api/auth/discord?prompt=consent}. */
    static Problem signInNeeded(String why) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "discord-sign-in-needed", why + " Sign in with Discord again.");
    }

    static Problem away() {
        return away(SOON);
    }

    static Problem away(Duration retryAfter) {
        return Problem.unavailable("discord-unavailable", "Discord does not answer right now.", retryAfter);
    }
}
