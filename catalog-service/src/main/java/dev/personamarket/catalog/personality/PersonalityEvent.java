package dev.personamarket.catalog.personality;

import java.util.UUID;

import dev.personamarket.outbox.OutgoingEvent;

/**
 * What this service tells of a personality, as absolute values: apply only what has a higher {@code revision}. The
 * prompt goes to a topic of its own, which few may read.
 */
sealed interface PersonalityEvent extends OutgoingEvent
        permits PersonalityPublished, PersonalityArchived, PromptPublished, PromptWithdrawn {

    UUID personalityId();

    @Override
    default UUID subject() {
        return personalityId();
    }
}
