package dev.personamarket.deployment.deployment;

import java.net.URI;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.Permission;
import dev.personamarket.deployment.discord.ServerId;

/**
 * Where somebody who manages a server lets the bot onto it, with that server chosen already.
 *
 * @see <a href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow">Bot authorization flow</a>
 */
@Component
class InstallLink {

    private final DiscordProperties discord;

    InstallLink(DiscordProperties discord) {
        this.discord = discord;
    }

    URI to(ServerId server) {
        return UriComponentsBuilder.fromUri(discord.authorizeUrl())
                .queryParam("client_id", discord.applicationId())
                .queryParam("scope", "bot%20applications.commands")
                .queryParam("permissions", Permission.ALL)
                .queryParam("guild_id", server)
                .queryParam("disable_guild_select", true)
                .build(true).toUri();
    }
}
