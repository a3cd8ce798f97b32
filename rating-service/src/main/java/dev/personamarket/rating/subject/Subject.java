package dev.personamarket.rating.subject;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A personality, as far as ratings need it.
 *
 * @param version   the published content version, counted from 1
 * @param creatorId who made it; null for the marketplace's own, and as long as that was not told
 */
public record Subject(UUID personalityId, long revision, int version, boolean archived, @Nullable UUID creatorId) {

    static Subject of(PersonalityPublished event) {
        return new Subject(event.personalityId(), event.revision(), event.version(), false, event.creatorId());
    }

    static Subject of(PersonalityArchived event) {
        return new Subject(event.personalityId(), event.revision(), event.version(), true, null);
    }
}
