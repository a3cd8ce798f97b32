package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Discord by its HTTP API, version 10. */
@Component
final class DiscordClient implements Discord {

    private static final int SERVERS_PER_PAGE = 200;
    private static final String OWN_SERVERS = "/users/@me/guilds";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final DiscordCalls calls;
    private final String applicationId;
    private final String bot;
    private final Mono<String> botUser;

    DiscordClient(DiscordCalls calls, DiscordProperties properties) {
        this.calls = calls;
        this.applicationId = properties.applicationId();
        this.bot = "Bot " + properties.botToken();
        this.botUser = Mono.defer(() -> get("/users/@me")).map(user -> user.path("id").asString(""))
                .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<List<UserServer>> serversOf(AccessToken user) {
        return calls
                .call(Route.ofUser(HttpMethod.GET, OWN_SERVERS + "?with_counts=true", user), "Bearer " + user.value(),
                        null)
                .map(answer -> answer.body().valueStream().map(DiscordClient::userServer).toList());
    }

    private static UserServer userServer(JsonNode server) {
        return new UserServer(serverId(server), server.path("name").asString(""),
                server.path("icon").asString(null), server.path("owner").asBoolean(false),
                new BigInteger(server.path("permissions").asString("0")),
                server.path("approximate_member_count").asIntOpt().stream().boxed().findFirst().orElse(null));
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
    public Mono<Surroundings> surroundingsOn(ServerId server) {
        return Mono.zipDelayError(found("/guilds/{server}", server), found("/guilds/{server}/channels", server),
                botUser.flatMap(user -> found("/guilds/{server}/members/{user}", server, user)))
                .onErrorMap(all -> Exceptions.unwrapMultiple(all).getFirst())
                .map(all -> SurroundingsReader.read(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Optional<JsonNode>> found(String path, Object... variables) {
        return get(path, variables).map(Optional::of).onErrorResume(DiscordFailure.class,
                failure -> failure.kind() == DiscordFailure.Kind.NOT_THERE
                        ? Mono.just(Optional.empty())
                        : Mono.error(failure));
    }

    private Mono<JsonNode> get(String path, Object... variables) {
        return calls.call(Route.ofBot(HttpMethod.GET, path, variables), bot, null).map(Answer::body);
    }

    @Override
    public Mono<Void> appear(ServerId server, Profile profile) {
        return calls.call(Route.ofBot(HttpMethod.PATCH, "/guilds/{server}/members/@me", server), bot, profile).then();
    }

    @Override
    public Mono<Void> wear(ServerId server, @Nullable String picture) {
        var route = Route.ofBot(HttpMethod.PATCH, "/guilds/{server}/members/@me", server);
        return calls.call(route, bot, new Face(picture)).then();
    }

    @Override
    public Mono<Void> post(String channelId, Greeting greeting) {
        return calls.call(Route.ofBot(HttpMethod.POST, "/channels/{channel}/messages", channelId), bot, greeting)
                .then();
    }

    /** A refusal is of the application, and says nothing of any server. */
    @Override
    public Mono<Void> register(List<Command> commands) {
        var route = Route.ofBot(HttpMethod.PUT, "/applications/{application}/commands", applicationId);
        return calls.call(route, bot, commands).then().onErrorMap(DiscordFailure.class,
                failure -> failure.isPassing()
                        ? failure
                        : DiscordFailure.of(DiscordFailure.Kind.REFUSED, String.valueOf(failure.getMessage())));
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
        return get("/channels/{channel}/messages?limit=100&after={interaction}", channelId, interactionId)
                .map(messages -> messages.valueStream()
                        .filter(message -> message.at("/interaction_metadata/id").asString("").equals(interactionId))
                        .count());
    }
}
