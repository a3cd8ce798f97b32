package dev.personamarket.simulators.discord.guilds;

/** The bits that matter here, see <a href="https://discord.com/developers/docs/topics/permissions">permissions</a>. */
public final class Permissions {

    public static final long ADMINISTRATOR = 1L << 3;
    public static final long MANAGE_GUILD = 1L << 5;
    public static final long VIEW_CHANNEL = 1L << 10;
    public static final long SEND_MESSAGES = 1L << 11;
    public static final long EMBED_LINKS = 1L << 14;
    private static final long READ_MESSAGE_HISTORY = 1L << 16;
    public static final long CHANGE_NICKNAME = 1L << 26;
    private static final long USE_APPLICATION_COMMANDS = 1L << 31;
    private static final long SEND_MESSAGES_IN_THREADS = 1L << 38;

    /** What the role of everybody gives. */
    public static final long EVERYONE = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | READ_MESSAGE_HISTORY
            | CHANGE_NICKNAME | USE_APPLICATION_COMMANDS | SEND_MESSAGES_IN_THREADS;

    /** What an owner has: every bit that exists. */
    public static final long ALL = (1L << 53) - 1;

    private Permissions() {}

    public static boolean mayManage(long permissions) {
        return (permissions & (ADMINISTRATOR | MANAGE_GUILD)) != 0;
    }
}
