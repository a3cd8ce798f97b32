package dev.personamarket.simulators.discord.guilds;

import dev.personamarket.simulators.discord.application.Application;
import org.jspecify.annotations.Nullable;

/** A <a href="https://discord.com/developers/docs/topics/permissions#role-object">role</a>. */
public record RoleObject(String id, String name, String permissions, int position, int color, Colors colors,
        boolean hoist, boolean managed, boolean mentionable, @Nullable String icon, @Nullable String unicodeEmoji,
        int flags) {

    /** The role that every member has; its id is the guild's. */
    static RoleObject everyone(Guild guild, long permissions) {
        return of(guild.id(), "@everyone", permissions, 0, false);
    }

    static RoleObject ofBot(Guild guild, long permissions) {
        return of(idOfBot(guild.id()), Application.NAME, permissions, 1, true);
    }

    /** A role's id is its guild's with another first digit, so that none has to be stored. */
    static String idOfBot(String guildId) {
        return "8" + guildId.substring(1);
    }

    private static RoleObject of(String id, String name, long permissions, int position, boolean managed) {
        return new RoleObject(id, name, Long.toString(permissions), position, 0, new Colors(0, null, null), false,
                managed, false, null, null, 0);
    }

    public record Colors(int primaryColor, @Nullable Integer secondaryColor, @Nullable Integer tertiaryColor) {}
}
