package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** It ended before it was active: by a failure, because nobody let the bot in, or because an owner changed their mind. */
@EventType(topic = "marketplace.deployments", type = "marketplace.DeploymentFailed.v1")
record DeploymentFailed(DeploymentId deploymentId, UUID personalityId, ServerId serverId, EndReason reason,
        Instant failedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return deploymentId.value();
    }
}
