package dev.personamarket.simulators.discord.application;

import java.net.URI;
import java.util.Optional;

import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.DiscordSettings;
import dev.personamarket.simulators.discord.people.UserObject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The registered application. Its secrets are public by nature: they open nothing but this simulator. */
@Component
public class Application implements Resettable {

    /** Client id, application id and the bot's user id are one. */
    public static final String ID = "1180000000000000001";
    public static final String CLIENT_SECRET = "simulated-client-secret";
    public static final String BOT_TOKEN = "MTE4MDAwMDAwMDAwMDAwMDAwMQ.sim.token";
    public static final String NAME = "Personality Marketplace";

    private final SigningKey key = new SigningKey();
    private final DiscordSettings settings;
    private volatile @Nullable URI interactionsEndpoint;
    private volatile @Nullable URI eventsEndpoint;

    public Application(DiscordSettings settings) {
        this.settings = settings;
        this.interactionsEndpoint = settings.interactionsEndpointUrl();
        this.eventsEndpoint = settings.eventWebhooksUrl();
    }

    public SigningKey key() {
        return key;
    }

    public UserObject bot() {
        return UserObject.bot(ID, NAME);
    }

    public Optional<URI> interactionsEndpoint() {
        return Optional.ofNullable(interactionsEndpoint);
    }

    public void sendInteractionsTo(@Nullable URI endpoint) {
        interactionsEndpoint = endpoint;
    }

    public Optional<URI> eventsEndpoint() {
        return Optional.ofNullable(eventsEndpoint);
    }

    public void sendEventsTo(@Nullable URI endpoint) {
        eventsEndpoint = endpoint;
    }

    @Override
    public void reset() {
        interactionsEndpoint = settings.interactionsEndpointUrl();
        eventsEndpoint = settings.eventWebhooksUrl();
    }
}
