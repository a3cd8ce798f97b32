package dev.personamarket.simulators.discord.guilds;

import org.jspecify.annotations.Nullable;

/** A <a href="https://discord.com/developers/docs/topics/permissions#role-object">role</a>. */
public record RoleObject(String id, String name, String permissions, int position, int color, Colors colors,
        boolean hoist, boolean managed, boolean mentionable, @Nullable String icon, @Nullable String unicodeEmoji,
        int flags) {

    /** The role that every member has; its id is the guild's. */
    public static RoleObject everyone(Guild guild) {
        return new RoleObject(guild.id(), "@everyone", Long.toString(Permissions.EVERYONE), 0, 0,
                new Colors(0, null, null), false, false, false, null, null, 0);
    }

    public record Colors(int primaryColor, @Nullable Integer secondaryColor, @Nullable Integer tertiaryColor) {}
}
