package dev.personamarket.deployment.servers;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.deployment.discord.AccessToken;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.DiscordProblems;
import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.UserServer;
import io.swagger.v3.oas.annotations.Parameter;
import reactor.core.publisher.Mono;

@RestController
class ServersController {

    private final ManageableServers servers;
    private final DiscordProperties discord;

    ServersController(ManageableServers servers, DiscordProperties discord) {
        this.servers = servers;
        this.discord = discord;
    }

    /** The servers that the user can manage, by name. What is wrong with their own sign-in is told before anything else. */
    @GetMapping(path = "/api/marketplace/discord/servers", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ServerList> manageableServers(Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = AccessToken.HEADER, required = false) @Nullable String token) {
        return Mono.justOrEmpty(AccessToken.of(token))
                .switchIfEmpty(Mono.error(DiscordProblems::signInNeeded))
                .flatMap(known -> manageable(caller, known).zipWhen(_ -> withBot(), this::listing));
    }

    private Mono<List<UserServer>> manageable(Caller caller, AccessToken token) {
        return servers.of(caller.id(), token).onErrorMap(DiscordFailure.class, DiscordProblems::ofUser);
    }

    private Mono<Set<ServerId>> withBot() {
        return servers.withBot().onErrorMap(DiscordFailure.class, DiscordProblems::unavailable);
    }

    private ServerList listing(List<UserServer> manageable, Set<ServerId> withBot) {
        return new ServerList(manageable.stream()
                .map(server -> ServerCard.of(server, withBot.contains(server.id()), discord.cdnUrl())).toList());
    }
}
