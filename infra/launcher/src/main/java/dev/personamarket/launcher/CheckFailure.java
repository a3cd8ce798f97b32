package dev.personamarket.launcher;

/** What a step of the main job saw instead of what it expects. */
final class CheckFailure extends RuntimeException {

    CheckFailure(String message) {
        super(message);
    }
}
