package dev.personamarket.preview.model;

/** What comes from the model while it answers: tokens, or what takes their place, then exactly one end. */
public sealed interface ModelEvent {

    /** The next piece of the answer, never empty. */
    record Token(String text) implements ModelEvent {}

    /** A text in the place of all that came before in this answer. */
    record Replaced(String text) implements ModelEvent {

        /** What is said instead of something that may not be said. */
        public static Replaced neutrally() {
            return new Replaced(AnswerReader.NEUTRAL_REFUSAL);
        }
    }

    /**
     * The answer is complete.
     *
     * @param reason {@code stop}, {@code length}, {@code content_filter}, {@code refusal} or another code of the model's
     */
    record Finished(String reason, Usage usage) implements ModelEvent {}
}
