package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** A question gets no answer. */
@EventType(topic = AgentReplies.TOPIC, type = "marketplace.AgentTurnFailed.v1")
record AgentTurnFailed(UUID conversationId, UUID turnId, UUID personalityId, String reason,
        @Nullable Long retryAfterSeconds, Instant failedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return conversationId;
    }
}
