package dev.personamarket.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import dev.personamarket.engines.KafkaEngine;
import dev.personamarket.engines.PostgresEngine;
import dev.personamarket.engines.RedisEngine;
import dev.personamarket.launcher.Addresses.Place;
import dev.personamarket.launcher.Runtimes.Size;
import dev.personamarket.launcher.Screen.Step;

/** The marketplace on one machine: what there is, where it listens, and what it is told about the others. */
final class House implements AutoCloseable {

    private static final String ROLE = "marketplace";

    private final DataDirectory data;
    private final Addresses at;
    private final Outside outside;
    private final Processes processes;
    private final Screen screen;
    private final Map<String, String> secrets;
    private final List<AutoCloseable> engines = new ArrayList<>();
    private boolean closed;

    House(DataDirectory data, Addresses addresses, Runtimes runtimes, Runtimes.Use use,
            Map<String, String> environment, Screen screen) {
        this.data = data;
        this.at = addresses;
        this.outside = new Outside(environment, addresses);
        this.processes = new Processes(data, runtimes, use, screen);
        this.screen = screen;
        this.secrets = Secrets.in(data);
    }

    /** Starts everything and returns once all of it is healthy. */
    void start() throws InterruptedException {
        together(this::postgres, this::kafka, this::redis);
        if (outside.isSimulated()) {
            processes.add("simulators", Size.small(64), Place.SIMULATORS_MANAGEMENT, at, Map.of(
                    "DISCORD_SIMULATOR_PORT", port(Place.DISCORD), "MODEL_SIMULATOR_PORT", port(Place.MODEL),
                    "DISCORD_INTERACTIONS_URL", at.url(Place.GATEWAY) + "/api/discord/interactions",
                    "DISCORD_EVENTS_URL", at.url(Place.GATEWAY) + "/api/discord/events"));
        }
        processes.add("catalog-service", Size.busy(256), Place.CATALOG_MANAGEMENT, at,
                service(Place.CATALOG, "catalog"));
        processes.add("rating-service", Size.busy(192), Place.RATING_MANAGEMENT, at, service(Place.RATING, "rating"));
        processes.add("preview-service", Size.busy(192), Place.PREVIEW_MANAGEMENT, at,
                service(Place.PREVIEW, "preview"), outside.model());
        processes.add("deployment-service", Size.small(96), Place.DEPLOYMENT_MANAGEMENT, at,
                service(Place.DEPLOYMENT, "deployment"),
                Map.of("REDIS_URL", at.redisUrl(), "CATALOG_URL", at.url(Place.CATALOG)),
                secrets("IDENTITY_PSEUDONYM_SECRET", "TOKEN_ENCRYPTION_KEY"),
                outside.discord());
        processes.add("gateway", Size.busy(192), Place.GATEWAY_MANAGEMENT, at, gateway(), outside.discord());
        processes.awaitHealthy();
    }

    private void postgres() {
        var step = screen.begin("PostgreSQL 18");
        var postgres = PostgresEngine.start(data.resolve("postgres"), at.port(Place.POSTGRES),
                PostgresEngine.Durability.SAFE);
        keep(postgres);
        for (var database : List.of("catalog", "rating", "preview", "deployment")) {
            postgres.ensureDatabase(database, ROLE, secret("DATABASE_PASSWORD"));
        }
        step.done("localhost:" + postgres.port());
    }

    private void kafka() {
        var step = screen.begin("Kafka 4.2");
        var kafka = KafkaEngine.start(data.resolve("kafka"), at.port(Place.KAFKA));
        keep(kafka);
        step.done(kafka.bootstrapServers());
    }

    private void redis() {
        var step = screen.begin("Redis");
        var redis = RedisEngine.start(data.resolve("redis"), at.port(Place.REDIS));
        keep(redis);
        step.done("localhost:" + redis.port());
    }

    private Map<String, String> service(Place place, String database) {
        return Map.of("SERVER_PORT", port(place), "DATABASE_URL",
                "r2dbc:postgresql://localhost:%s/%s".formatted(port(Place.POSTGRES), database),
                "DATABASE_USERNAME", ROLE, "DATABASE_PASSWORD", secret("DATABASE_PASSWORD"),
                "KAFKA_BOOTSTRAP_SERVERS", at.bootstrapServers(), "PUBLIC_URL", outside.publicUrl(),
                "IDENTITY_JWKS_URI", at.url(Place.GATEWAY) + "/.well-known/jwks.json");
    }

    private Map<String, String> gateway() {
        var settings = new HashMap<>(Map.of("SERVER_PORT", port(Place.GATEWAY), "REDIS_URL", at.redisUrl(),
                "PUBLIC_URL", outside.publicUrl(), "CATALOG_URL", at.url(Place.CATALOG), "RATING_URL",
                at.url(Place.RATING),
                "PREVIEW_URL", at.url(Place.PREVIEW), "DEPLOYMENT_URL", at.url(Place.DEPLOYMENT)));
        settings.putAll(secrets("IDENTITY_SIGNING_KEY", "IDENTITY_PSEUDONYM_SECRET", "TOKEN_ENCRYPTION_KEY"));
        return settings;
    }

    private String port(Place place) {
        return String.valueOf(at.port(place));
    }

    private Map<String, String> secrets(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, this::secret));
    }

    private String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    private synchronized void keep(AutoCloseable engine) {
        engines.add(engine);
    }

    private static void together(Runnable... starts) throws InterruptedException {
        var running = Arrays.stream(starts).map(CompletableFuture::runAsync)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).get();
        } catch (ExecutionException e) {
            throw new LaunchException("an engine did not start: " + e.getCause());
        }
    }

    String publicUrl() {
        return outside.publicUrl();
    }

    /** What is simulated here instead of being reached outside, in sentences for the screen. */
    List<String> simulated() {
        return outside.simulated();
    }

    /** Stops the services, then what they stand on. Does nothing when called again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        processes.close();
        for (var engine : engines.reversed()) {
            try {
                engine.close();
            } catch (Exception e) {
                screen.line("An engine did not stop cleanly: " + e.getMessage());
            }
        }
        data.forgetProcesses();
    }
}
