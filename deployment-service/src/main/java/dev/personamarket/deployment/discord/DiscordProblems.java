package dev.personamarket.deployment.discord;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/** How a user is told of Discord's troubles. */
public final class DiscordProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DiscordProblems.class);

    private DiscordProblems() {}

    /** 401 {@code /problems/discord-sign-in-needed}: only a new sign-in with Discord helps. */
    public static Problem signInNeeded() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "discord-sign-in-needed",
                "Discord has to be asked on your behalf. Please sign in with Discord again.");
    }

    /** 403 {@code /problems/server-not-manageable}. */
    public static Problem notManageable() {
        return Problem.of(HttpStatus.FORBIDDEN, "server-not-manageable",
                "You need the permission to manage this server.");
    }

    /** 409 {@code /problems/bot-not-present} where the bot is not on the server, else 503. */
    public static Problem ofBot(DiscordFailure failure) {
        return failure.kind() == DiscordFailure.Kind.NOT_THERE
                ? Problem.of(HttpStatus.CONFLICT, "bot-not-present", "The bot is not on this server yet.")
                : unavailable(failure);
    }

    /** 503 {@code /problems/discord-unavailable} with {@code Retry-After}. */
    public static Problem unavailable(DiscordFailure failure) {
        LOG.warn("A user is asked to come back: {}", failure.getMessage());
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "discord-unavailable",
                "Discord cannot be asked right now. Please try again in a moment.").retryAfter(failure.retryAfter());
    }

    /** 401 where the token is at fault, else 503. */
    public static Problem ofUser(DiscordFailure failure) {
        return switch (failure.kind()) {
            case UNAUTHORIZED, FORBIDDEN, NOT_THERE -> signInNeeded();
            case RATE_LIMITED, UNAVAILABLE, REFUSED -> unavailable(failure);
        };
    }
}
