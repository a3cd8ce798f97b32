package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.audit.Action;

/**
 * What a verb leads to: the state to store and the events that tell of it, one value and one transaction.
 *
 * @param action      what was done; nothing, if nothing changed
 * @param before      the state that was changed; there is none of what is new
 * @param newVersion  a version that was not there before
 */
record Change(@Nullable Action action, @Nullable Personality before, Personality personality,
        @Nullable Publication newVersion, List<PersonalityEvent> events) {

    /** Nothing to store, nothing to tell. */
    static Change none(Personality personality) {
        return new Change(null, personality, personality, null, List.of());
    }

    /** A change that only admins see. */
    static Change of(Action action, @Nullable Personality before, Personality after) {
        return new Change(action, before, after, null, List.of());
    }

    /** This and what the verb makes of it, as one. */
    Change then(Function<Personality, Change> verb) {
        var next = verb.apply(personality);
        return next.isNothing()
                ? this
                : new Change(next.action, before, next.personality, next.newVersion, next.events);
    }

    /** The same change, made by a deed of another name. */
    Change as(Action action) {
        return new Change(isNothing() ? null : action, before, personality, newVersion, events);
    }

    boolean isNothing() {
        return action == null;
    }

    /** Tells that a version is served which was there before. */
    Change serving(Publication version) {
        return new Change(action, before, personality, newVersion, served(personality, version));
    }

    /** Serves a version that was not there before. */
    Change publishing(Publication version) {
        return new Change(action, before, personality, version, served(personality, version));
    }

    /** Tells those who could know of it: what was not served goes in silence. */
    Change withdrawing() {
        return before == null || before.served() == null
                ? this
                : new Change(action, before, personality, newVersion, withdrawn(personality, before.served()));
    }

    /** What tells that a version is served. */
    static List<PersonalityEvent> served(Personality personality, Publication version) {
        return List.of(PersonalityPublished.of(personality, version), PromptPublished.of(personality, version));
    }

    /** What tells that nothing is served any more. */
    static List<PersonalityEvent> withdrawn(Personality personality, Publication last) {
        return List.of(PersonalityArchived.of(personality, last), PromptWithdrawn.of(personality, last));
    }
}
