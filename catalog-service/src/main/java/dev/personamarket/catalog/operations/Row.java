package dev.personamarket.catalog.operations;

import java.util.List;

import dev.personamarket.catalog.personality.Candidate;
import dev.personamarket.defaults.problems.FieldFault;

/** What a record of a file says, after validation. */
sealed interface Row {

    /** Where it begins in its file, counted from 1. */
    long line();

    /** How much text it is made of. */
    int size();

    record Good(long line, int size, Candidate candidate) implements Row {}

    record Bad(long line, int size, List<FieldFault> faults) implements Row {

        Bad(long line, FieldFault fault) {
            this(line, 0, List.of(fault));
        }
    }
}
