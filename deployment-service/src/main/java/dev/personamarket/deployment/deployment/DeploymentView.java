package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.deployment.discord.Permission;

/**
 * A deployment as its owner sees it.
 *
 * @param personalityName    what it is called on Discord
 * @param promptHash         what its version is made of: equal hashes speak alike, here and in a preview; absent until it
 *                           is known
 * @param reason             why it failed, expired, is degraded or was removed; {@code personality_archived} also of an
 *                           active one whose personality has left the marketplace
 * @param missingPermissions what the bot lacks, where that is the reason
 * @param installUrl         where to let the bot onto the server; absent unless that is what it waits for
 */
record DeploymentView(UUID id, UUID personalityId, String personalityName, int personalityVersion,
        @Nullable String promptHash, String serverId, String serverName, List<String> channelIds,
        UpdatePolicy updatePolicy, DeploymentStatus status, @Nullable EndReason reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Permission> missingPermissions, @Nullable URI installUrl,
        Instant requestedAt, Instant updatedAt) {}
