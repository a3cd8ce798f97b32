package dev.personamarket.simulators;

/** Holds state that a test may want to be rid of. */
public interface Resettable {

    /** Back to how it was at the start. */
    void reset();
}
