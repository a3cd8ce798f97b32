package dev.personamarket.gateway.testing;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

import dev.personamarket.gateway.GatewayApplication;
import dev.personamarket.gateway.redis.Redis;

import static org.awaitility.Awaitility.await;

/**
 * A gateway beside the one that all tests share, among the same neighbours; begun when it is needed first. None is ended before
 * the JVM ends: it would take the event loops along that all share.
 */
public enum AnotherGateway {

    /** A second instance of the same site. */
    BESIDE("LIMITS_FACTOR=1"),

    /** Behind TLS, as people see it: its cookies are bound to its host. */
    SECURE("PUBLIC_URL=https://localhost"),

    /** Lets a hundredth of the requests through. */
    FRUGAL("LIMITS_FACTOR=0.01");

    private final String setting;
    private @Nullable ReactiveWebServerApplicationContext context;

    AnotherGateway(String setting) {
        this.setting = setting;
    }

    String url() {
        return "http://localhost:" + Objects.requireNonNull(running().getWebServer()).getPort();
    }

    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    /** A test before may have taken Redis away. */
    private synchronized ReactiveWebServerApplicationContext running() {
        var running = context;
        if (running == null) {
            running = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                    .initializers(new Neighbours()).run("--server.port=0", "--" + setting);
            context = running;
        }
        var redis = running.getBean(Redis.class);
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .until(() -> redis.call(commands -> commands.ping()).block() != null);
        return running;
    }
}
