package dev.personamarket.preview.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * How long a server asks to be left alone: {@code Retry-After-Ms}, else {@code Retry-After} in seconds or as a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, Retry-After</a>
 */
final class RetryAfter {

    private RetryAfter() {}

    /** Absent when no header says so in a way that can be read. */
    static @Nullable Duration of(HttpHeaders headers) {
        var millis = number(headers.getFirst("Retry-After-Ms"));
        if (millis != null) {
            return Duration.ofMillis(Math.round(millis));
        }
        var text = headers.getFirst(HttpHeaders.RETRY_AFTER);
        var seconds = number(text);
        return seconds != null ? Duration.ofMillis(Math.round(seconds * 1_000)) : untilDate(text);
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            var number = text == null ? -1 : Double.parseDouble(text);
            return number >= 0 && number < Integer.MAX_VALUE ? (Double) number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable Duration untilDate(@Nullable String text) {
        try {
            var wait = text == null
                    ? null
                    : Duration.between(Instant.now(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait == null ? null : wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
