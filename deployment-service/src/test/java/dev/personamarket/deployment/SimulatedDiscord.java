package dev.personamarket.deployment;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.calls.Call;
import dev.personamarket.simulators.discord.guilds.Installation;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestEngines;
import dev.personamarket.testing.TestIdentity;

/** A Discord for tests. Every owner has a server of their own in it, so that tests do not meet. */
@TestConfiguration(proxyBeanMethods = false)
public class SimulatedDiscord {

    /**
     * Somebody who is signed in here and there.
     *
     * @param server   which nobody else is on
     * @param token    Discord's
     */
    public record Owner(String discordId, String server, String token, TestCaller caller) {}

    private static final String PSEUDONYM_SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final AtomicInteger OWNERS = new AtomicInteger();

    private final Simulators simulators;
    private final TestIdentity identity;
    private final Environment environment;
    private final DocumentedCalls documented = new DocumentedCalls();

    SimulatedDiscord(Simulators simulators, TestIdentity identity, Environment environment) {
        this.simulators = simulators;
        this.environment = environment;
        this.identity = identity;
    }

    @Bean(destroyMethod = "close")
    static Simulators simulators() {
        return Simulators.start();
    }

    @Bean
    static DynamicPropertyRegistrar discordProperties(Simulators simulators, TestEngines engines) {
        return properties -> {
            properties.add("marketplace.discord.api-url", simulators::discordApiUrl);
            properties.add("marketplace.discord.authorize-url", simulators::authorizeUrl);
            properties.add("marketplace.discord.application-id", () -> Simulators.CLIENT_ID);
            properties.add("marketplace.discord.bot-token", () -> Simulators.BOT_TOKEN);
            properties.add("marketplace.discord.public-key", simulators::publicKey);
            properties.add("marketplace.agents.pseudonym-secret", () -> PSEUDONYM_SECRET);
            properties.add("marketplace.redis-url", () -> engines.redis().url());
            properties.add("marketplace.discord.response-timeout", () -> "2s");
            properties.add("marketplace.worker.poll-interval", () -> "100ms");
            properties.add("marketplace.worker.reconcile-every", () -> "3s");
        };
    }

    /** Owns a server that the bot is not on. */
    public Owner owner() {
        var number = "000000000000%05d".formatted(OWNERS.incrementAndGet());
        return person("21" + number, "31" + number);
    }

    /** Owns a server that the bot is on. */
    public Owner ownerWithBot() {
        var owner = owner();
        letIn(owner.server());
        return owner;
    }

    /** One of the people with a story, and the server that it is about. */
    public Owner person(String discordId, String server) {
        return person(discordId, server, "identify", "guilds");
    }

    /** Somebody who has not let us know of their servers. */
    public Owner withoutScopeOfServers() {
        var number = "000000000000%05d".formatted(OWNERS.incrementAndGet());
        return person("21" + number, "31" + number, "identify");
    }

    private Owner person(String discordId, String server, String... scopes) {
        return new Owner(discordId, server, simulators.accessToken(discordId, scopes),
                identity.user("discord-" + discordId));
    }

    /** The owner takes the sign-in back, at Discord. */
    public void revoke(Owner owner) {
        var form = BodyInserters.fromFormData("token", owner.token());
        WebClient.create(simulators.discordApiUrl()).post().uri("/oauth2/token/revoke")
                .headers(headers -> headers.setBasicAuth(Simulators.CLIENT_ID, Simulators.CLIENT_SECRET))
                .body(form).retrieve().toBodilessEntity().block();
    }

    public void letIn(String server) {
        simulators.installBot(server);
    }

    /** Somebody takes permissions from everybody on a server, or in one of its channels. */
    public void take(String serverOrChannel, long... permissions) {
        LongStream.of(permissions).forEach(permission -> simulators.takePermissions(serverOrChannel, permission));
    }

    public void giveBack(String serverOrChannel) {
        simulators.giveBackPermissions(serverOrChannel);
    }

    /** Every owner's server has two channels. */
    public static String channel(Owner owner, int number) {
        return 3 + number + owner.server().substring(1);
    }

    public void kick(String server) {
        simulators.removeBot(server);
    }

    /** What the bot is called on a server; empty when it has its own name there. */
    public Optional<String> nick(String server) {
        return Optional.ofNullable(simulators.installation(server)).map(Installation::nick);
    }

    public Optional<String> bio(String server) {
        return Optional.ofNullable(simulators.installation(server)).map(Installation::bio);
    }

    /** The hash of the face that the bot has on a server; empty when it has its own there. */
    public Optional<String> avatar(String server) {
        return Optional.ofNullable(simulators.installation(server)).map(Installation::avatar);
    }

    /** What was said in a channel, oldest first. */
    public List<Message> messages(String channel) {
        return simulators.messages(channel);
    }

    /** Sends an event, signed; the status of the answer. */
    public HttpStatusCode tells(String event) {
        return simulators.tell(endpoint(), event);
    }

    /** Whether Discord would take our endpoint of events for one. */
    public boolean isAcceptedAsEventsEndpoint() {
        return simulators.probeEventsEndpoint(endpoint());
    }

    private URI endpoint() {
        return URI.create(
                "http://localhost:%s/api/discord/events".formatted(environment.getProperty("local.server.port")));
    }

    public void cause(Fault fault) {
        simulators.cause(fault);
    }

    void assertAskedAsDocumented() {
        documented.check(simulators.calls());
    }

    public void recover() {
        simulators.clearFaults();
    }

    /** Calls so far, by method and end of the path. */
    public List<Call> calls(String method, String pathEnd) {
        return simulators.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().endsWith(pathEnd)).toList();
    }
}
