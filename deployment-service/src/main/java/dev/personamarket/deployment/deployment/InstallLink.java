package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.Permission;

/**
 * Where somebody who manages a server lets the bot onto it, with that server chosen already.
 *
 * @see <a href="https://docs.discord.com/developers/topics/oauth2#advanced-bot-authorization">Advanced bot authorization</a>
 */
@Component
class InstallLink {

    private final DiscordProperties discord;

    InstallLink(DiscordProperties discord) {
        this.discord = discord;
    }

    /** The person comes back to {@link InstallController}, which knows the deployment again by the state. */
    URI to(Deployment deployment) {
        return UriComponentsBuilder.fromUri(discord.authorizeUrl())
                .queryParam("client_id", discord.applicationId())
                .queryParam("scope", "bot%20applications.commands")
                .queryParam("permissions", Permission.ALL)
                .queryParam("guild_id", deployment.order().serverId())
                .queryParam("disable_guild_select", true)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri",
                        UriUtils.encode(discord.contact() + InstallController.PATH, StandardCharsets.UTF_8))
                .queryParam("state", deployment.id())
                .build(true).toUri();
    }
}
