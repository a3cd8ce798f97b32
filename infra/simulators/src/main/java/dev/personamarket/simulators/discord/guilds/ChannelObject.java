package dev.personamarket.simulators.discord.guilds;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A text <a href="https://discord.com/developers/docs/resources/channel#channel-object">channel</a> as JSON. */
public record ChannelObject(String id, int type, @Nullable String lastMessageId, int flags, String guildId,
        String name, @Nullable String parentId, int rateLimitPerUser, String topic, int position,
        List<Object> permissionOverwrites, boolean nsfw) {

    public static ChannelObject of(Channel channel) {
        return new ChannelObject(channel.id(), 0, null, 0, channel.guildId(), channel.name(), null, 0,
                channel.topic(), channel.position(), List.of(), false);
    }
}
