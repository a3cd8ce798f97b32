package dev.personamarket.rating.subject;

import java.util.UUID;

/**
 * A personality, as far as ratings need it.
 *
 * @param version the published content version, counted from 1
 */
public record Subject(UUID personalityId, long revision, int version, boolean archived) {

    static Subject of(PersonalityPublished event) {
        return new Subject(event.personalityId(), event.revision(), event.version(), false);
    }

    static Subject of(PersonalityArchived event) {
        return new Subject(event.personalityId(), event.revision(), event.version(), true);
    }
}
