package dev.personamarket.deployment.servers;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.deployment.discord.AccessToken;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.DiscordProblems;
import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.UserServer;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/api/marketplace/discord", produces = MediaType.APPLICATION_JSON_VALUE)
class ServersController {

    private final ManageableServers servers;
    private final Discord discord;
    private final DiscordProperties properties;

    ServersController(ManageableServers servers, Discord discord, DiscordProperties properties) {
        this.servers = servers;
        this.discord = discord;
        this.properties = properties;
    }

    /**
     * The servers that the user can manage, by name; on request also those that they are only a member of. What is wrong
     * with their own sign-in is told before anything else.
     */
    @GetMapping(path = "/servers")
    Mono<ServerList> servers(@RequestParam(defaultValue = "false") boolean all, Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = AccessToken.HEADER, required = false) @Nullable String token) {
        return signedIn(token)
                .flatMap(known -> servers.of(caller.id(), known)
                        .onErrorMap(DiscordFailure.class, DiscordProblems::ofUser))
                .map(found -> found.stream().filter(server -> all || server.isManageable()).toList())
                .zipWhen(_ -> withBot(), this::listing);
    }

    private Mono<Set<ServerId>> withBot() {
        return servers.withBot().onErrorMap(DiscordFailure.class, DiscordProblems::unavailable);
    }

    private ServerList listing(List<UserServer> found, Set<ServerId> withBot) {
        return new ServerList(found.stream()
                .map(server -> ServerCard.of(server, withBot.contains(server.id()), properties.cdnUrl())).toList());
    }

    /** The text channels of a server that the user can manage and the bot is on, with what the bot may do in each. */
    @GetMapping(path = "/servers/{serverId}/channels")
    Mono<ChannelList> channels(@PathVariable @Pattern(regexp = ServerId.PATTERN) String serverId, Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = AccessToken.HEADER, required = false) @Nullable String token) {
        var server = new ServerId(serverId);
        return signedIn(token)
                .flatMap(known -> servers.lately(server, caller.id(), known)
                        .onErrorMap(DiscordFailure.class, DiscordProblems::ofUser))
                .switchIfEmpty(Mono.error(DiscordProblems::notManageable))
                .flatMap(_ -> discord.surroundingsOn(server)
                        .onErrorMap(DiscordFailure.class, DiscordProblems::ofBot))
                .map(found -> new ChannelList(found.channels().stream().map(ChannelCard::of).toList()));
    }

    private static Mono<AccessToken> signedIn(@Nullable String token) {
        return Mono.justOrEmpty(AccessToken.of(token)).switchIfEmpty(Mono.error(DiscordProblems::signInNeeded));
    }
}
