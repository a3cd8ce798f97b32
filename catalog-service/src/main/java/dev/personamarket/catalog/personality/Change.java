package dev.personamarket.catalog.personality;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a verb leads to: the state to store and the events that tell of it, one value and one transaction.
 *
 * @param newVersion a version that was not there before
 */
record Change(Personality personality, @Nullable Publication newVersion, List<PersonalityEvent> events) {

    /** Nothing to store, nothing to tell. */
    static Change none(Personality personality) {
        return to(personality);
    }

    /** A change that only admins see. */
    static Change to(Personality personality) {
        return new Change(personality, null, List.of());
    }

    static Change published(Personality personality, Publication version) {
        return new Change(personality, version, servedAgain(personality, version).events());
    }

    static Change servedAgain(Personality personality, Publication version) {
        return new Change(personality, null, List.of(PersonalityPublished.of(personality, version),
                PromptPublished.of(personality, version)));
    }

    /** Tells only whoever could know of it: a draft goes in silence. */
    static Change withdrawn(Personality personality, @Nullable Publication last) {
        return last == null
                ? to(personality)
                : new Change(personality, null, List.of(PersonalityArchived.of(personality, last),
                        PromptWithdrawn.of(personality, last)));
    }
}
