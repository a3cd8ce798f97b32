package dev.personamarket.catalog.operations;

/** Why a command cannot run, or not any further, in one line for the operator. */
final class CannotRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotRunException(String message) {
        super(message);
    }

    CannotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
