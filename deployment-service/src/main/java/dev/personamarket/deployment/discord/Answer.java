package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back, whoever sent it: Discord's API, or a proxy in front of it that answers in HTML.
 *
 * @param body what was sent, as JSON; missing when it is none
 * @see <a href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json">JSON error codes</a>
 */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    private static final int MISSING_ACCESS = 50001;
    private static final int BLOCKED_CLIENT = 40333;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
    /** Discord does not say how long; that it is more than seconds is known from those who tried. */
    private static final Duration UNTIL_ANOTHER_AVATAR = Duration.ofMinutes(10);

    static Answer read(int status, HttpHeaders headers, byte[] body, JsonMapper json) {
        try {
            return new Answer(status, headers, body.length == 0 ? MissingNode.getInstance() : json.readTree(body));
        } catch (JacksonException noJson) {
            return new Answer(status, headers, MissingNode.getInstance());
        }
    }

    boolean isRateLimited() {
        return status == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    /** What Discord bans for when there is too much of it; a limit that is shared with others is not our fault. */
    boolean isInvalidRequest() {
        return switch (status) {
            case 401, 403 -> true;
            case 429 -> !"shared".equals(headers.getFirst("X-RateLimit-Scope"));
            default -> false;
        };
    }

    /** Passes a good answer on and turns any other into its failure. */
    Answer orFailure(Route route) {
        if (status / 100 == 2 && (status == HttpStatus.NO_CONTENT.value() || !body.isMissingNode())) {
            return this;
        }
        var message = "%s was answered with %d, code %d".formatted(route, status, code());
        throw isRateLimited() || isAvatarLimited()
                ? DiscordFailure.rateLimited(message, isRateLimited() ? retryAfter() : UNTIL_ANOTHER_AVATAR)
                : DiscordFailure.of(kind(), message);
    }

    /** Of avatars alone a limit is told as a wrong form. */
    private boolean isAvatarLimited() {
        return body.at("/errors/avatar/_errors").valueStream()
                .anyMatch(error -> error.path("code").asString("").equals("AVATAR_RATE_LIMIT"));
    }

    private DiscordFailure.Kind kind() {
        if (status / 100 != 4 || !body.isObject() || code() == BLOCKED_CLIENT) {
            return DiscordFailure.Kind.UNAVAILABLE;
        }
        return switch (status) {
            case 401 -> DiscordFailure.Kind.UNAUTHORIZED;
            case 403 -> code() == MISSING_ACCESS ? DiscordFailure.Kind.NOT_THERE : DiscordFailure.Kind.FORBIDDEN;
            case 404 -> DiscordFailure.Kind.NOT_THERE;
            default -> DiscordFailure.Kind.REFUSED;
        };
    }

    private int code() {
        return body.path("code").asInt(0);
    }

    /** The body has fractions of a second; the header, rounded up, is there even when the body is not Discord's. */
    Duration retryAfter() {
        return seconds(body.path("retry_after").asString(""))
                .or(() -> header("Retry-After"))
                .orElse(USUAL_PAUSE);
    }

    /** A 429 that stops everything: Discord says so, or it does not even come from the API. */
    boolean isGlobal() {
        return body.path("global").asBoolean(!body.isObject());
    }

    Optional<Duration> header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).flatMap(Answer::seconds);
    }

    /** A number of calls; 1 when the header is missing or no number, to be careful. */
    int count(String name) {
        var header = headers.getFirst(name);
        return header != null && header.matches("[0-9]{1,9}") ? Integer.parseInt(header) : 1;
    }

    private static Optional<Duration> seconds(String decimal) {
        try {
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(decimal) * 1000)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
