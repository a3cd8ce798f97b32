package dev.personamarket.defaults.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

import dev.personamarket.defaults.problems.Problem;

/**
 * What callers call a request of theirs, so that they can send it again. The draft makes the header a structured-field
 * string, in quotes; many clients leave those out, and mean the same.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07">The
 *      Idempotency-Key HTTP Header Field, draft 07</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651#section-3.3.3">RFC 9651, strings</a>
 */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    private static final Pattern PLAIN = Pattern.compile("[\\x21\\x23-\\x7E]{1,%d}".formatted(MAX_LENGTH));
    private static final Pattern QUOTED = Pattern
            .compile("\"((?:[\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\]){1,%d})\"".formatted(MAX_LENGTH));
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private IdempotencyKey() {}

    /**
     * The key of a request that has one.
     *
     * @throws Problem 400 unless there is exactly one, of 1 to 255 visible ASCII characters; a quotation mark may be in
     *                 it only where it is a structured-field string
     */
    static String in(HttpHeaders headers) {
        return Optional.of(headers.getOrEmpty(HEADER)).filter(keys -> keys.size() == 1).map(List::getFirst)
                .flatMap(IdempotencyKey::parse).orElseThrow(() -> Problem.invalid(HEADER,
                        "must be one key of 1 to %d visible ASCII characters".formatted(MAX_LENGTH)));
    }

    private static Optional<String> parse(String value) {
        var quoted = QUOTED.matcher(value);
        return quoted.matches()
                ? Optional.of(ESCAPED.matcher(quoted.group(1)).replaceAll("$1"))
                : Optional.of(value).filter(PLAIN.asMatchPredicate());
    }
}
