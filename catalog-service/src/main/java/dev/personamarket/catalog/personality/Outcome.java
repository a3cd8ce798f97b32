package dev.personamarket.catalog.personality;

import dev.personamarket.defaults.problems.FieldFault;

/** What became of a {@link Candidate}. */
public sealed interface Outcome {

    /** It was taken in, or was there already. */
    enum Taken implements Outcome {
        CREATED, REVISED, UNCHANGED
    }

    /** It cannot be taken in as things stand. */
    record Refused(FieldFault fault) implements Outcome {}
}
