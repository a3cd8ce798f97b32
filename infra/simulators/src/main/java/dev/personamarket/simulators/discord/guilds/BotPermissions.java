package dev.personamarket.simulators.discord.guilds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.DiscordException;
import org.springframework.stereotype.Component;

/**
 * What the bot may do: by the role of everybody and by its own, less what somebody has taken away, in a whole guild or in
 * a channel. See <a href="https://discord.com/developers/docs/topics/permissions">permissions</a>.
 */
@Component
public class BotPermissions implements Resettable {

    private final Installations installations;
    private final Map<String, Long> taken = new ConcurrentHashMap<>();

    BotPermissions(Installations installations) {
        this.installations = installations;
    }

    /** From now on the bot, and whoever else has no role of their own, is without these in a guild or in a channel. */
    public void take(String guildOrChannelId, long permissions) {
        taken.merge(guildOrChannelId, permissions, (one, other) -> one | other);
    }

    public void giveBack(String guildOrChannelId) {
        taken.remove(guildOrChannelId);
    }

    /** Everybody's, and the bot's own, which Discord makes for it when it joins. */
    public List<RoleObject> roles(Guild guild) {
        return List.of(RoleObject.everyone(guild, Permissions.EVERYONE & ~takenFrom(guild.id())),
                RoleObject.ofBot(guild, granted(guild.id()) & ~takenFrom(guild.id())));
    }

    List<Overwrite> overwrites(Channel channel) {
        return taken.containsKey(channel.id())
                ? List.of(Overwrite.denying(channel.guildId(), takenFrom(channel.id())))
                : List.of();
    }

    public long in(Channel channel) {
        return inGuild(channel.guildId()) & ~takenFrom(channel.id());
    }

    /** @throws DiscordException 50013 where it may not */
    public void require(String guildId, long permission) {
        if ((inGuild(guildId) & permission) == 0) {
            throw DiscordException.missingPermissions();
        }
    }

    /** @throws DiscordException 50001 where the bot does not see the channel, 50013 where it may not speak */
    public void requireToSpeak(Channel channel) {
        if ((in(channel) & Permissions.VIEW_CHANNEL) == 0) {
            throw DiscordException.missingAccess();
        }
        if ((in(channel) & Permissions.SEND_MESSAGES) == 0) {
            throw DiscordException.missingPermissions();
        }
    }

    private long inGuild(String guildId) {
        return (Permissions.EVERYONE | granted(guildId)) & ~takenFrom(guildId);
    }

    private long granted(String guildId) {
        return installations.find(guildId).map(Installation::permissions).orElse(0L);
    }

    private long takenFrom(String guildOrChannelId) {
        return taken.getOrDefault(guildOrChannelId, 0L);
    }

    @Override
    public void reset() {
        taken.clear();
    }
}
