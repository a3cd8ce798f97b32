package dev.personamarket.defaults.operations;

/** Why a command cannot run, or not any further, in one line for the operator. */
public final class CannotRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotRunException(String message) {
        super(message);
    }

    public CannotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
