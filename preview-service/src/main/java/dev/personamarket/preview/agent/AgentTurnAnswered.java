package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** A deployed personality answered; with the reason {@code failed} when its answer broke off. */
@EventType(topic = AgentReplies.TOPIC, type = "marketplace.AgentTurnAnswered.v1")
record AgentTurnAnswered(UUID conversationId, UUID turnId, UUID personalityId, int personalityVersion,
        String promptHash, String text, String finishReason, int promptTokens, int completionTokens, long totalMillis,
        Instant answeredAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return conversationId;
    }
}
