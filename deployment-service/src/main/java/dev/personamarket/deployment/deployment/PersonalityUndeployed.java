package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

@EventType(topic = "marketplace.deployments", type = "marketplace.PersonalityUndeployed.v1")
record PersonalityUndeployed(DeploymentId deploymentId, UUID personalityId, ServerId serverId, EndReason reason,
        Standing standing, Instant undeployedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return deploymentId.value();
    }
}
