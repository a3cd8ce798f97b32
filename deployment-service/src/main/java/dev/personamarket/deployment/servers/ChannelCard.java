package dev.personamarket.deployment.servers;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.deployment.discord.Permission;
import dev.personamarket.deployment.discord.Surroundings.TextChannel;

/**
 * A text channel that a personality may be deployed to.
 *
 * @param category the group of channels that it is in, if any
 * @param canSpeak whether the bot sees it and may write in it
 * @param missing  what the bot lacks there of all that it can make use of; absent when that is nothing
 */
record ChannelCard(String id, String name, @Nullable String category, boolean canSpeak,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Permission> missing) {

    static ChannelCard of(TextChannel channel) {
        return new ChannelCard(channel.id(), channel.name(), channel.category(), channel.canSpeak(),
                channel.missing());
    }
}
