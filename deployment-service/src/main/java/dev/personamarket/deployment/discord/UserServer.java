package dev.personamarket.deployment.discord;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

/**
 * A server as one of its members sees it.
 *
 * @param icon        the hash of its icon
 * @param permissions the member's permissions in the whole server; Discord uses bits beyond 52, hence no number type
 * @param memberCount how many members it has, about; absent when Discord does not tell
 * @see <a href="https://docs.discord.com/developers/resources/user#get-current-user-guilds">Get current user guilds</a>
 */
public record UserServer(ServerId id, String name, @Nullable String icon, boolean owner, BigInteger permissions,
        @Nullable Integer memberCount) {

    private static final int ADMINISTRATOR = 3;
    private static final int MANAGE_GUILD = 5;

    /** Whether this member may add a bot, which is what Discord asks of who manages a server. */
    public boolean isManageable() {
        return owner || mayManage(permissions);
    }

    /** Whether these permissions are those of somebody who manages the server. */
    static boolean mayManage(BigInteger permissions) {
        return permissions.testBit(ADMINISTRATOR) || permissions.testBit(MANAGE_GUILD);
    }
}
