package dev.personamarket.deployment.deployment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.personamarket.deployment.discord.DiscordFailure;

/** What is wrong with a deployment, or why it came to its end. A closed list: clients explain each of them. */
enum EndReason {
    /** The bot is on the server and may not do there what it should. */
    BOT_MISSING_PERMISSION,
    /** The server, or the bot on it, went away while the deployment was under way. */
    SERVER_GONE,
    /** The bot was taken off the server, or the server is gone, after the deployment was active. */
    BOT_REMOVED,
    /** Discord could not be asked, for longer than we try. */
    DISCORD_UNAVAILABLE,
    /** Discord finds what we sent wrong, such as a name that it does not allow. */
    DISCORD_REFUSED,
    /** The personality left the marketplace before the deployment was active. */
    PERSONALITY_ARCHIVED,
    /** Nobody let the bot onto the server in time. */
    INSTALL_EXPIRED,
    /** An owner ended it. */
    UNDEPLOYED;

    static EndReason of(DiscordFailure failure) {
        return switch (failure.kind()) {
            case FORBIDDEN -> BOT_MISSING_PERMISSION;
            case NOT_THERE -> SERVER_GONE;
            case REFUSED -> DISCORD_REFUSED;
            case UNAUTHORIZED, RATE_LIMITED, UNAVAILABLE -> DISCORD_UNAVAILABLE;
        };
    }

    /** The name in JSON and in the database. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static EndReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
