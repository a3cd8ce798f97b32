package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A deployment as its owner sees it.
 *
 * @param promptHash what its version is made of: equal hashes speak alike, here and in a preview; absent until it is known
 * @param reason     why it failed; absent unless it did
 * @param installUrl where to let the bot onto the server; absent unless that is what it waits for
 */
record DeploymentView(UUID id, UUID personalityId, int personalityVersion,
        @Nullable String promptHash, String serverId, String serverName,
        List<String> channelIds, DeploymentStatus status, @Nullable EndReason reason, @Nullable URI installUrl,
        Instant requestedAt, Instant updatedAt) {

    static DeploymentView of(Deployment deployment, @Nullable String promptHash, InstallLink install) {
        var order = deployment.order();
        return new DeploymentView(deployment.id().value(), order.personalityId(), order.personalityVersion(),
                promptHash,
                order.serverId().value(), order.serverName(), order.channelIds(), deployment.status(),
                deployment.reason(), deployment.status() == DeploymentStatus.AWAITING_INSTALL
                        ? install.to(order.serverId())
                        : null,
                deployment.requestedAt(), deployment.updatedAt());
    }
}
