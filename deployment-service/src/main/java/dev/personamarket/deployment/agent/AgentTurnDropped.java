package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

@EventType(topic = AgentTurnsTopic.NAME, type = "marketplace.AgentTurnDropped.v1")
record AgentTurnDropped(UUID conversationId, UUID turnId, UUID personalityId, DropReason reason, Instant droppedAt)
        implements
            OutgoingEvent {

    static AgentTurnDropped of(Turn turn, DropReason reason, Instant now) {
        return new AgentTurnDropped(turn.conversationId(), turn.id(), turn.personalityId(), reason, now);
    }

    @Override
    public UUID subject() {
        return conversationId;
    }
}
