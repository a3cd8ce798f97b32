package dev.personamarket.gateway.testing;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.testing.TestEngines;
import dev.personamarket.testing.TestRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import reactor.core.publisher.Flux;

import static org.awaitility.Awaitility.await;

/**
 * All that the gateway talks to, started once for all tests: four services, Discord, and a Redis that may be taken
 * away.
 */
public final class Neighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ADMIN_DISCORD_ID = "2000000000000000001";

    public static final FakeService CATALOG = new FakeService("catalog");
    public static final FakeService RATING = new FakeService("rating");
    public static final FakeService PREVIEW = new FakeService("preview");
    public static final FakeService DEPLOYMENT = new FakeService("deployment");
    public static final List<FakeService> SERVICES = List.of(CATALOG, RATING, PREVIEW, DEPLOYMENT);

    /** Discord, and a model that nobody here talks to. */
    public static final Simulators DISCORD = Simulators.start();

    private static final TestRedis REDIS = TestEngines.running().redis();
    private static final RedisClient VISITOR = RedisClient.create(redisUrl());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues
                .of("CATALOG_URL=" + CATALOG.url(), "RATING_URL=" + RATING.url(), "PREVIEW_URL=" + PREVIEW.url(),
                        "DEPLOYMENT_URL=" + DEPLOYMENT.url(), "REDIS_URL=" + redisUrl(), "MANAGEMENT_SERVER_PORT=0",
                        "ADMIN_DISCORD_IDS=" + ADMIN_DISCORD_ID, "TRUSTED_PROXIES=127.0.0.1/32",
                        "TOKEN_ENCRYPTION_KEY=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                        "IDENTITY_PSEUDONYM_SECRET=c2VjcmV0IG9mIHRoZSB0ZXN0cywgbm9ib2R5IGVsc2U=",
                        "DISCORD_CLIENT_ID=" + Simulators.CLIENT_ID,
                        "DISCORD_CLIENT_SECRET=" + Simulators.CLIENT_SECRET,
                        "DISCORD_AUTHORIZE_URL=" + DISCORD.authorizeUrl(),
                        "DISCORD_API_URL=" + DISCORD.discordApiUrl())
                .applyTo(context);
    }

    public static String redisUrl() {
        return REDIS.url();
    }

    /** Looks into Redis, past the gateway. */
    public static <T> T inRedis(Function<RedisCommands<String, String>, T> work) {
        try (var connection = VISITOR.connect()) {
            return work.apply(connection.sync());
        }
    }

    public static void redisDies() {
        REDIS.die();
    }

    /**
     * Returns once the gateway, by itself, has found it again: five answers in a row of each kind, since after the
     * first one a breaker may still open for the failures before it.
     */
    public static void redisComesBack(Redis gatewaysOwn) {
        REDIS.comeBack();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(
                () -> Flux.range(0, 5)
                        .concatMap(_ -> gatewaysOwn.call(commands -> commands.ping()).then(gatewaysOwn
                                .guarded(gatewaysOwn.connection().flatMap(open -> open.reactive().ping()))))
                        .blockLast());
    }
}
