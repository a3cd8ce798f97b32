package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** It answers in a newer version. As many are deployed as before, so no count comes with it. */
@EventType(topic = "marketplace.deployments", type = "marketplace.DeploymentUpdated.v1")
record DeploymentUpdated(DeploymentId deploymentId, UUID personalityId, int personalityVersion, int previousVersion,
        ServerId serverId, Instant updatedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return deploymentId.value();
    }
}
