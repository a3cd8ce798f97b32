package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;

/** A personality left the marketplace. */
@EventType(topic = Topics.PERSONALITIES, type = "marketplace.PersonalityArchived.v1")
record PersonalityArchived(UUID personalityId, long revision, int version,
        Instant archivedAt) implements PersonalityEvent {

    static PersonalityArchived of(Personality personality, Publication last) {
        return new PersonalityArchived(personality.id().value(), personality.revision(), last.version(),
                personality.updatedAt());
    }
}
