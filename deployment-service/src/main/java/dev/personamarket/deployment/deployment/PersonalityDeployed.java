package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

@EventType(topic = "marketplace.deployments", type = "marketplace.PersonalityDeployed.v1")
record PersonalityDeployed(DeploymentId deploymentId, UUID personalityId, int personalityVersion, ServerId serverId,
        UUID deployedBy, Standing standing, Instant deployedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return deploymentId.value();
    }
}
