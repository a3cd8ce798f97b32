package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Discord by its HTTP API, version 10. */
@Component
final class DiscordClient implements Discord {

    private static final int SERVERS_PER_PAGE = 200;
    private static final String OWN_SERVERS = "/users/@me/guilds";

    private final DiscordCalls calls;
    private final String applicationId;
    private final String bot;

    DiscordClient(DiscordCalls calls, DiscordProperties properties) {
        this.calls = calls;
        this.applicationId = properties.applicationId();
        this.bot = "Bot " + properties.botToken();
    }

    @Override
    public Mono<List<UserServer>> serversOf(AccessToken user) {
        return calls.call(Route.ofUser(HttpMethod.GET, OWN_SERVERS, user), "Bearer " + user.value(), null)
                .map(answer -> answer.body().valueStream().map(DiscordClient::userServer).toList());
    }

    private static UserServer userServer(JsonNode server) {
        return new UserServer(serverId(server), server.path("name").asString(""),
                server.path("icon").asString(null), server.path("owner").asBoolean(false),
                new BigInteger(server.path("permissions").asString("0")));
    }

    private static ServerId serverId(JsonNode server) {
        return new ServerId(server.path("id").asString(""));
    }

    @Override
    public Mono<Set<ServerId>> serversOfBot() {
        return pageOfBot("0")
                .expand(page -> page.size() < SERVERS_PER_PAGE ? Mono.empty() : pageOfBot(page.getLast().value()))
                .collect(HashSet::new, Set::addAll);
    }

    private Mono<List<ServerId>> pageOfBot(String after) {
        var route = Route.ofBot(HttpMethod.GET, OWN_SERVERS + "?limit=" + SERVERS_PER_PAGE + "&after={after}", after);
        return calls.call(route, bot, null)
                .map(answer -> answer.body().valueStream().map(DiscordClient::serverId).toList());
    }

    @Override
    public Mono<Boolean> isBotOn(ServerId server) {
        return calls.call(Route.ofBot(HttpMethod.GET, "/guilds/{server}", server), bot, null).thenReturn(true)
                .onErrorResume(DiscordFailure.class, failure -> failure.kind() == DiscordFailure.Kind.NOT_THERE
                        ? Mono.just(false)
                        : Mono.error(failure));
    }

    @Override
    public Mono<Void> appear(ServerId server, Profile profile) {
        return calls.call(Route.ofBot(HttpMethod.PATCH, "/guilds/{server}/members/@me", server), bot, profile).then();
    }

    @Override
    public Mono<Void> register(List<Command> commands) {
        var route = Route.ofBot(HttpMethod.PUT, "/applications/{application}/commands", applicationId);
        return calls.call(route, bot, commands).then();
    }

    @Override
    public Mono<Void> edit(String interactionToken, Message message) {
        var route = Route.ofInteraction(HttpMethod.PATCH, "/webhooks/{application}/{token}/messages/@original",
                applicationId, interactionToken);
        return calls.call(route, null, message).then();
    }

    @Override
    public Mono<Void> followUp(String interactionToken, Message message) {
        var route = Route.ofInteraction(HttpMethod.POST, "/webhooks/{application}/{token}", applicationId,
                interactionToken);
        return calls.call(route, null, message).then();
    }

    /** An interaction is older than its messages, and snowflakes sort by age. */
    @Override
    public Mono<Long> countOf(String interactionId, String channelId) {
        var route = Route.ofBot(HttpMethod.GET, "/channels/{channel}/messages?limit=100&after={interaction}",
                channelId, interactionId);
        return calls.call(route, bot, null).map(answer -> answer.body().valueStream()
                .filter(message -> message.at("/interaction_metadata/id").asString("").equals(interactionId)).count());
    }
}
