package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

@EventType(topic = "marketplace.deployments", type = "marketplace.DeploymentRequested.v1")
record DeploymentRequested(DeploymentId deploymentId, UUID personalityId, ServerId serverId, UUID requestedBy,
        Instant requestedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return deploymentId.value();
    }
}
