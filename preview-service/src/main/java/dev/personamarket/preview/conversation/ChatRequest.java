package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.Problem;
import jakarta.validation.constraints.Pattern;

/**
 * Something to say to a personality, or the wish that it goes on with what it said last.
 *
 * @param message   1 to 2,000 characters (Unicode code points), line breaks allowed; absent to let it go on
 * @param sessionId the conversation that it belongs to; absent to begin one
 * @param goOn      true in place of a message
 */
record ChatRequest(
        @Nullable @Pattern(regexp = "(?s).{0,2000}", message = "must have at most 2000 characters") @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\r\\t]*", message = "must not contain control characters") String message,
        @Nullable UUID sessionId, @Nullable Boolean goOn) {

    ChatRequest(String message, @Nullable UUID sessionId) {
        this(message, sessionId, null);
    }

    /** Fails with a 400 unless there is exactly one of something to say and something to go on with. */
    void check() {
        if (!Boolean.TRUE.equals(goOn)) {
            require(message != null && !message.isBlank(), "message", "must not be blank");
        } else {
            require(message == null, "goOn", "must not come with a message");
            require(sessionId != null, "sessionId", "must say which conversation goes on");
        }
    }

    /** Whether it is the first of a new conversation. */
    boolean begins() {
        return sessionId == null;
    }

    private static void require(boolean met, String field, String rule) {
        if (!met) {
            throw Problem.invalid(field, rule);
        }
    }
}
