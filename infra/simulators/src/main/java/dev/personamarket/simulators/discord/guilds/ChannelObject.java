package dev.personamarket.simulators.discord.guilds;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A text <a href="https://discord.com/developers/docs/resources/channel#channel-object">channel</a> as JSON. */
public record ChannelObject(String id, int type, @Nullable String lastMessageId, int flags, String guildId,
        String name, @Nullable String parentId, int rateLimitPerUser, @Nullable String topic, int position,
        List<Overwrite> permissionOverwrites, boolean nsfw) {

    private static final int TEXT = 0;
    private static final int CATEGORY = 4;

    public static ChannelObject of(Channel channel, BotPermissions permissions) {
        return new ChannelObject(channel.id(), TEXT, null, 0, channel.guildId(), channel.name(),
                channel.position() == 0 ? null : idOfCategory(channel.guildId()), 0, channel.topic(),
                channel.position(), permissions.overwrites(channel), false);
    }

    /** The one that Discord gives every new guild; all channels but the first are in it. */
    public static ChannelObject category(Guild guild) {
        return new ChannelObject(idOfCategory(guild.id()), CATEGORY, null, 0, guild.id(), "Text Channels", null, 0,
                null, 0, List.of(), false);
    }

    private static String idOfCategory(String guildId) {
        return "7" + guildId.substring(1);
    }
}
