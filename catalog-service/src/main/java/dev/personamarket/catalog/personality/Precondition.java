package dev.personamarket.catalog.personality;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/**
 * What the caller believes to change: the {@code If-Match} of a request, against the revision.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, 13.1.1</a>
 */
public record Precondition(@Nullable String ifMatch) {

    static final Precondition NONE = new Precondition(null);

    /** Fails with a 428 if there is none: two admins must not overwrite each other unknowingly. */
    public static Precondition required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required",
                    "Say in If-Match which state you replace: the ETag of the personality as you read it.");
        }
        return new Precondition(ifMatch);
    }

    public static String etag(Personality personality) {
        return "\"%d\"".formatted(personality.revision());
    }

    /** Fails with a 412 if the personality is in another state than the caller believes. */
    Personality check(Personality personality) {
        if (ifMatch != null && !"*".equals(ifMatch.strip()) && Arrays.stream(ifMatch.split(",")).map(String::strip)
                .noneMatch(etag(personality)::equals)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed",
                    "The personality has changed since you read it. Read it again.");
        }
        return personality;
    }
}
