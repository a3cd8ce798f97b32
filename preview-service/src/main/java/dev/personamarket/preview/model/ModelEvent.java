package dev.personamarket.preview.model;

/** What comes from the model while it answers: tokens, perhaps something in place of them, then exactly one end. */
public sealed interface ModelEvent {

    /** The next piece of the answer, never empty. */
    record Token(String text) implements ModelEvent {}

    /** Takes the place of all tokens so far: the answer is withheld, and this is said instead. */
    record Replacement(String text) implements ModelEvent {

        /** What is said instead of something that may not be said. */
        public static Replacement neutrally() {
            return new Replacement(AnswerReader.NEUTRAL_REFUSAL);
        }
    }

    /**
     * The answer is complete.
     *
     * @param reason {@code stop}, {@code length}, {@code content_filter}, {@code refusal} or another code of the model's
     */
    record Finished(String reason, Usage usage) implements ModelEvent {}
}
