package dev.personamarket.preview.persona;

/** Whether a personality can speak as it did in one of its versions. */
public sealed interface Voice {

    /** It can, like this. */
    record Speaking(Persona persona) implements Voice {}

    /** It no longer speaks, in whichever version, until it is published again. */
    record Withdrawn() implements Voice {}

    /** It never had this version, or had it before our time. */
    record Unknown() implements Voice {}

    /** The version is newer than what we were told of so far: word of it may be on its way. */
    record Unheard() implements Voice {}
}
