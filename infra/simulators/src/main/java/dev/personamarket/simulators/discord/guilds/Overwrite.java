package dev.personamarket.simulators.discord.guilds;

/** What a channel allows and denies a role, see <a href="https://discord.com/developers/docs/topics/permissions">permissions</a>. */
public record Overwrite(String id, int type, String allow, String deny) {

    private static final int ROLE = 0;

    /** The role of everybody has the id of its guild. */
    static Overwrite denying(String guildId, long permissions) {
        return new Overwrite(guildId, ROLE, "0", Long.toString(permissions));
    }
}
