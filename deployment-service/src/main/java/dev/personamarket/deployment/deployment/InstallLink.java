package dev.personamarket.deployment.deployment;

import java.net.URI;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.ServerId;

/**
 * Where somebody who manages a server lets the bot onto it, with that server chosen already.
 *
 * @see <a href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow">Bot authorization flow</a>
 */
@Component
class InstallLink {

    /**
     * VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, READ_MESSAGE_HISTORY, CHANGE_NICKNAME, SEND_MESSAGES_IN_THREADS: what an
     * agent does, and no more.
     */
    private static final long PERMISSIONS = 274_945_100_800L;

    private final DiscordProperties discord;

    InstallLink(DiscordProperties discord) {
        this.discord = discord;
    }

    URI to(ServerId server) {
        return UriComponentsBuilder.fromUri(discord.authorizeUrl())
                .queryParam("client_id", discord.applicationId())
                .queryParam("scope", "bot%20applications.commands")
                .queryParam("permissions", PERMISSIONS)
                .queryParam("guild_id", server)
                .queryParam("disable_guild_select", true)
                .build(true).toUri();
    }
}
