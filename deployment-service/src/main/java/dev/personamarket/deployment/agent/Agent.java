package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.Profile;
import dev.personamarket.deployment.discord.ServerId;

/**
 * A personality that answers people on a server, as it was published when it was deployed there.
 *
 * @param avatarUrl  where the marketplace has its face, if it has one
 * @param channelIds where it answers; empty means everywhere
 */
public record Agent(ServerId serverId, UUID personalityId, int personalityVersion, UUID deploymentId, String name,
        String tagline, @Nullable String avatarUrl, List<String> channelIds, Instant since) {

    Profile profile() {
        return Profile.of(name, tagline);
    }

    boolean isOf(UUID deployment) {
        return deploymentId.equals(deployment);
    }
}
