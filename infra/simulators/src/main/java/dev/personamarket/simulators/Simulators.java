package dev.personamarket.simulators;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.personamarket.simulators.calls.Call;
import dev.personamarket.simulators.calls.Calls;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.application.EndpointProbe;
import dev.personamarket.simulators.discord.application.SignedDelivery;
import dev.personamarket.simulators.discord.guilds.BotPermissions;
import dev.personamarket.simulators.discord.guilds.Installation;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.interactions.CommandUse;
import dev.personamarket.simulators.discord.interactions.Outcome;
import dev.personamarket.simulators.discord.interactions.Usage;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.simulators.discord.messages.Messages;
import dev.personamarket.simulators.discord.oauth.Grant;
import dev.personamarket.simulators.discord.oauth.Grants;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.simulators.faults.Faults;
import dev.personamarket.simulators.model.ModelServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;

/**
 * Both simulators inside a test's own JVM, on free ports. Start one for a whole test run and {@link #reset()} it between
 * tests.
 */
public final class Simulators implements AutoCloseable {

    public static final String CLIENT_ID = Application.ID;
    public static final String CLIENT_SECRET = Application.CLIENT_SECRET;
    public static final String BOT_TOKEN = Application.BOT_TOKEN;
    public static final String MODEL_KEY = "simulated-model-key";
    public static final String MODEL = "demonstration";

    private final ConfigurableApplicationContext context;
    private final String discordUrl;
    private final String modelUrl;

    private Simulators(ConfigurableApplicationContext context) {
        this.context = context;
        this.discordUrl = "http://localhost:" + webServerPort(context);
        this.modelUrl = "http://localhost:%d/v1".formatted(context.getBean(ModelServer.class).port());
    }

    /**
     * Starts both and returns when they answer.
     *
     * @param settings such as {@code simulator.model.token-delay=0}; the model does not dawdle unless told to
     */
    public static Simulators start(String... settings) {
        var application = new SpringApplication(Embedded.class);
        application.setDefaultProperties(SimulatorsApplication.OWN_CONFIGURATION_FILE);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        // the logging of the test's JVM is not ours to set up
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener)).toList());
        return new Simulators(application.run(arguments(settings)));
    }

    /** Root of the simulated Discord, as in {@code http://localhost:8090}. */
    public String discordUrl() {
        return discordUrl;
    }

    /** What stands for {@code https://discord.com/api/v10}. */
    public String discordApiUrl() {
        return discordUrl + "/api/v10";
    }

    /** What stands for {@code https://discord.com/oauth2/authorize}. */
    public String authorizeUrl() {
        return discordUrl + "/oauth2/authorize";
    }

    /** Base URL of the model, with {@code /v1}. */
    public String modelUrl() {
        return modelUrl;
    }

    /** Verifies the signature of interactions; 64 hexadecimal digits. */
    public String publicKey() {
        return context.getBean(Application.class).key().publicKey();
    }

    /** A code as the redirect after a consent carries it, for any redirect URI and without PKCE. */
    public String authorizationCode(String personId, String... scopes) {
        return context.getBean(Grants.class).issueCode(grant(personId, scopes), null, null);
    }

    /** A token as the end of a sign-in gives it. */
    public String accessToken(String personId, String... scopes) {
        return context.getBean(Grants.class).issueTokens(grant(personId, scopes)).accessToken();
    }

    /** Adds the bot to a server without anybody's consent. */
    public void installBot(String guildId) {
        context.getBean(Installations.class).install(guildId, 0);
    }

    /** Somebody takes permissions from everybody on a server, or in one of its channels, the bot included. */
    public void takePermissions(String guildOrChannelId, long permissions) {
        context.getBean(BotPermissions.class).take(guildOrChannelId, permissions);
    }

    public void giveBackPermissions(String guildOrChannelId) {
        context.getBean(BotPermissions.class).giveBack(guildOrChannelId);
    }

    /** Somebody kicks the bot. */
    public void removeBot(String guildId) {
        context.getBean(Installations.class).remove(guildId);
    }

    /** The bot's membership in a server, null when it is not there. */
    public @Nullable Installation installation(String guildId) {
        return context.getBean(Installations.class).find(guildId).orElse(null);
    }

    /** Where interactions go from now on, unprobed. */
    public void sendInteractionsTo(URI endpoint) {
        context.getBean(Application.class).sendInteractionsTo(endpoint);
    }

    /** Where events go from now on, unprobed. */
    public void sendEventsTo(URI endpoint) {
        context.getBean(Application.class).sendEventsTo(endpoint);
    }

    /** Sends an event as it is, signed; the status of the answer. Blocks. */
    public HttpStatusCode tell(URI endpoint, String event) {
        var body = event.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(context.getBean(SignedDelivery.class).send(endpoint, body).block()).status();
    }

    /** Whether an endpoint of events stands up to what Discord puts it to. Blocks. */
    public boolean probeEventsEndpoint(URI endpoint) {
        return Boolean.TRUE.equals(context.getBean(EndpointProbe.class).acceptsEvents(endpoint).block());
    }

    /** A person uses a command, and the application has its three seconds to answer. Blocks. */
    public Outcome use(Usage usage) {
        return Objects.requireNonNull(context.getBean(CommandUse.class).send(usage).block());
    }

    /** The messages of a channel, oldest first. */
    public List<Message> messages(String channelId) {
        return context.getBean(Messages.class).in(channelId);
    }

    public void cause(Fault fault) {
        context.getBean(Faults.class).cause(fault);
    }

    public void clearFaults() {
        context.getBean(Faults.class).reset();
    }

    /** The last calls to either server, oldest first. */
    public List<Call> calls() {
        return context.getBean(Calls.class).all();
    }

    /** Back to how it started: no faults, tokens, installs, commands or messages. */
    public void reset() {
        context.getBeansOfType(Resettable.class).values().forEach(Resettable::reset);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What is given wins over what suits a test. */
    private static String[] arguments(String... settings) {
        var merged = new LinkedHashMap<>(
                Map.of("server.port", "0", "simulator.model.port", "0", "simulator.model.token-delay", "0",
                        "simulator.discord.event-webhooks-url", ""));
        for (String setting : settings) {
            merged.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return merged.entrySet().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private Grant grant(String personId, String... scopes) {
        Person person = context.getBean(People.class).find(personId).orElseThrow();
        return new Grant(person, Set.of(scopes), null);
    }

    private static int webServerPort(ConfigurableApplicationContext context) {
        var server = ((ReactiveWebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("no web server");
        }
        return server.getPort();
    }
}
