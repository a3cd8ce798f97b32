package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/**
 * An answer has come so far.
 *
 * @param text     all of it from its beginning
 * @param sequence grows with every one of the same turn, whichever instance tells it
 */
@EventType(topic = AgentReplies.TOPIC, type = "marketplace.AgentTurnProgressed.v1")
record AgentTurnProgressed(UUID conversationId, UUID turnId, UUID personalityId, String text, int sequence,
        Instant progressedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return conversationId;
    }
}
