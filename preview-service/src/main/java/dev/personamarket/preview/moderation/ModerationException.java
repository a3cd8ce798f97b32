package dev.personamarket.preview.moderation;

import org.jspecify.annotations.Nullable;

/** A text could not be judged. The message is for operators; it holds nothing of the text. */
final class ModerationException extends RuntimeException {

    private final boolean missing;

    private ModerationException(String message, @Nullable Throwable cause, boolean missing) {
        super(message, cause);
        this.missing = missing;
    }

    static ModerationException status(int status) {
        return new ModerationException("The moderation endpoint answered " + status, null,
                status == 404 || status == 405 || status == 501);
    }

    static ModerationException unreadable() {
        return new ModerationException("The moderation endpoint's answer has no scores", null, false);
    }

    static ModerationException of(Throwable error) {
        return error instanceof ModerationException known
                ? known
                : new ModerationException("The call for moderation failed: " + error.getClass().getSimpleName(), error,
                        false);
    }

    /** Whether the server has no such endpoint: no failure, but how many compatible servers are. */
    boolean isMissing() {
        return missing;
    }
}
