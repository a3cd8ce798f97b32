package dev.personamarket.defaults.listening;

import org.jspecify.annotations.Nullable;

/** A record that no retry can make readable. */
final class UnreadableEventException extends RuntimeException {

    UnreadableEventException(String message) {
        this(message, null);
    }

    UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
