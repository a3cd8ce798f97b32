package dev.personamarket.simulators.discord.guilds;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The bot's membership in a guild, and how it appears there.
 *
 * @param permissions those that were granted at the install, as a decimal bit set
 * @param bio kept for the curious: Discord never returns it
 * @param avatar hash
 * @param banner hash
 */
public record Installation(String guildId, long permissions, Instant joinedAt, @Nullable String nick,
        @Nullable String bio, @Nullable String avatar, @Nullable String banner) {

    static Installation fresh(String guildId, long permissions) {
        return new Installation(guildId, permissions, Instant.now(), null, null, null, null);
    }

    Installation withPermissions(long granted) {
        return new Installation(guildId, granted, joinedAt, nick, bio, avatar, banner);
    }

    public Installation withNick(@Nullable String nick) {
        return new Installation(guildId, permissions, joinedAt, nick, bio, avatar, banner);
    }

    public Installation withBio(@Nullable String bio) {
        return new Installation(guildId, permissions, joinedAt, nick, bio, avatar, banner);
    }

    public Installation withAvatar(@Nullable String avatar) {
        return new Installation(guildId, permissions, joinedAt, nick, bio, avatar, banner);
    }

    public Installation withBanner(@Nullable String banner) {
        return new Installation(guildId, permissions, joinedAt, nick, bio, avatar, banner);
    }
}
