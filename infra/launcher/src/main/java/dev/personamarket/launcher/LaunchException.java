package dev.personamarket.launcher;

/** Why the marketplace does not start, in one line for the person at the keyboard. */
final class LaunchException extends RuntimeException {

    LaunchException(String message) {
        super(message);
    }
}
