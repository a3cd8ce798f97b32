package dev.personamarket.deployment.deployment;

import java.util.List;
import java.util.UUID;

import dev.personamarket.deployment.discord.ServerId;

/**
 * What somebody who has the right to it asks for.
 *
 * @param personalityVersion the version that was asked for; of an active deployment the one that answers
 * @param channelIds         where it answers; empty means everywhere
 * @param orderedBy          a pseudonym
 */
record Order(UUID personalityId, int personalityVersion, ServerId serverId, String serverName, List<String> channelIds,
        UpdatePolicy updatePolicy, UUID orderedBy) {

    Order inVersion(int version) {
        return new Order(personalityId, version, serverId, serverName, channelIds, updatePolicy, orderedBy);
    }

    Order revised(UpdatePolicy policy, List<String> channels) {
        return new Order(personalityId, personalityVersion, serverId, serverName, channels, policy, orderedBy);
    }
}
