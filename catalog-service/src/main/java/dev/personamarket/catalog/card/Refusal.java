package dev.personamarket.catalog.card;

import org.springframework.http.HttpStatus;

/** A file cannot become a personality; the message is for whoever sent it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong with the file, and the status of an answer that has nothing but such files. */
    enum Kind {
        /** It is broken, or made to break something. */
        UNREADABLE(HttpStatus.BAD_REQUEST),
        /** It goes beyond a limit, or unfolds to what does. */
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        /** It is something else than a card. */
        UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        /** It is a card of a personality that cannot be here. */
        INVALID(HttpStatus.UNPROCESSABLE_CONTENT);

        private final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Kind kind;

    private Refusal(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    static Refusal unreadable(String message) {
        return new Refusal(Kind.UNREADABLE, message);
    }

    static Refusal tooLarge(String message) {
        return new Refusal(Kind.TOO_LARGE, message);
    }

    static Refusal unsupported(String message) {
        return new Refusal(Kind.UNSUPPORTED, message);
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
