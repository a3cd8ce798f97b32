package dev.personamarket.gateway.login;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.client.ClientResponse;

/** Discord has a bad day, or has had enough of us: whoever signs in did nothing wrong, and may come back later. */
final class DiscordAway extends AuthenticationException {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long LONGEST_SECONDS = 3_600;

    private final boolean busy;
    private final Duration retryAfter;

    private DiscordAway(String why, boolean busy, Duration retryAfter) {
        super(why);
        this.busy = busy;
        this.retryAfter = retryAfter;
    }

    static DiscordAway because(Throwable why) {
        return new DiscordAway("Discord is away: " + why, false, SOON);
    }

    /** @param answer that is none; its {@code Retry-After} counts when there is one */
    static DiscordAway because(ClientResponse answer) {
        return new DiscordAway("Discord answered " + answer.statusCode().value(),
                answer.statusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS), retryAfter(answer).orElse(SOON));
    }

    /** Whether Discord answered 429. */
    boolean busy() {
        return busy;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    private static Optional<Duration> retryAfter(ClientResponse answer) {
        return Optional.ofNullable(answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .filter(seconds -> seconds.matches("\\d{1,6}")).map(Long::parseLong)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
    }
}
