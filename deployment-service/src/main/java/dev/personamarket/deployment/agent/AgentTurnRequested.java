package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

@EventType(topic = AgentTurnsTopic.NAME, type = "marketplace.AgentTurnRequested.v1")
record AgentTurnRequested(UUID conversationId, UUID turnId, UUID personalityId, UUID deploymentId,
        int personalityVersion, ServerId serverId, UUID askedBy, String message, List<Said> history, Instant askedAt,
        Instant answerBy) implements OutgoingEvent {

    /** @param role {@code user} or {@code assistant} */
    record Said(String role, String text) {}

    @Override
    public UUID subject() {
        return conversationId;
    }
}
