package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An agent as the people of its server meet it.
 *
 * @param avatarUrl  absolute, or relative to the marketplace's public address
 * @param archived   left the marketplace, and says nothing any more
 * @param channelIds where it speaks; empty means everywhere
 */
record Voice(UUID deploymentId, UUID personalityId, int version, String name, @Nullable String avatarUrl,
        boolean archived, List<String> channelIds) {

    /** @param parentId of a thread, the channel that it belongs to */
    boolean speaksIn(String channelId, @Nullable String parentId) {
        return channelIds.isEmpty() || channelIds.contains(channelId)
                || parentId != null && channelIds.contains(parentId);
    }

    /** By its id, as suggestions give it, or by its name, as people type it. */
    boolean isCalled(String wish) {
        return personalityId.toString().equals(wish) || name.equalsIgnoreCase(wish.strip());
    }
}
