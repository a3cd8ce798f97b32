package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;

/** A personality is no longer to speak. */
@EventType(topic = Topics.PROMPTS, type = "marketplace.PromptWithdrawn.v1")
record PromptWithdrawn(UUID personalityId, long revision, int version,
        Instant withdrawnAt) implements PersonalityEvent {

    static PromptWithdrawn of(Personality personality, Publication last) {
        return new PromptWithdrawn(personality.id().value(), personality.revision(), last.version(),
                personality.updatedAt());
    }
}
