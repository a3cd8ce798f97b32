package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Discord did not do what it was asked for. */
public final class DiscordFailure extends RuntimeException {

    /** What that means for who asked. */
    public enum Kind {
        /** The token is not, or no longer, good. */
        UNAUTHORIZED,
        /** A permission or a scope is missing. */
        FORBIDDEN,
        /** There is no such server, or the bot is not on it: Discord does not tell which. */
        NOT_THERE,
        /** Discord finds the request itself wrong. */
        REFUSED,
        /** Too much was asked; {@link #retryAfter()} says when more is welcome. */
        RATE_LIMITED,
        /** No answer, or none that comes from Discord's API. */
        UNAVAILABLE
    }

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    private DiscordFailure(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static DiscordFailure of(Kind kind, String message) {
        return new DiscordFailure(kind, message, null);
    }

    public static DiscordFailure rateLimited(String message, Duration retryAfter) {
        return new DiscordFailure(Kind.RATE_LIMITED, message, retryAfter);
    }

    public static DiscordFailure unavailable(String message) {
        return new DiscordFailure(Kind.UNAVAILABLE, message, null);
    }

    /** Nothing was asked: there was too much trouble lately. */
    static DiscordFailure resting(String message, Duration retryAfter) {
        return new DiscordFailure(Kind.UNAVAILABLE, message, retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    /** How long not to ask again. */
    public Duration retryAfter() {
        return Objects.requireNonNullElse(retryAfter, SOON);
    }

    /** Whether the same request may well succeed later. */
    public boolean isPassing() {
        return switch (kind) {
            case RATE_LIMITED, UNAVAILABLE, UNAUTHORIZED -> true;
            case FORBIDDEN, NOT_THERE, REFUSED -> false;
        };
    }
}
