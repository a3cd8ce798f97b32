package dev.personamarket.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;

import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class SessionsIntegrationTests {

    private static final String PERSON = "2000000000000000002";
    private static final String CANARY = "canary";

    @Test
    void nothingOfAPersonCanBeReadInRedis(Browser browser) {
        var account = new DiscordAccount(CANARY + "-id", CANARY + "-avatar", CANARY + "-access", CANARY + "-refresh",
                Instant.now());
        browser.isSignedInAs(new SignedIn(UUID.randomUUID(), CANARY + "-name", account, Instant.now()));

        inRedis(redis -> {
            var session = String.valueOf(browser.cookie("session"));
            var keys = redis.keys("session:*");
            assertThat(keys).isNotEmpty().noneMatch(key -> key.contains(session));
            assertThat(keys).map(redis::get).noneMatch(value -> value.contains(CANARY) || value.contains(session));
        });
        assertThat(browser.get("/api/auth/me").body()).contains(CANARY + "-name");
    }

    @Test
    void eachRequestKeepsASessionAlive(Browser browser) {
        browser.isSignedInAs(PERSON);
        inRedis(redis -> redis.keys("session:*").forEach(key -> redis.expire(key, 100)));

        browser.get("/api/marketplace/personalities").hasStatus(200);

        inRedis(redis -> assertThat(redis.keys("session:*")).map(redis::ttl)
                .anyMatch(seconds -> seconds > Duration.ofDays(6).toSeconds()));
    }

    @Test
    void aSessionThatEndedIsForgottenByTheBrowserToo(Browser browser) {
        browser.isSignedInAs(PERSON);
        inRedis(redis -> redis.flushall());

        browser.get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");

        assertThat(browser.cookie("session")).isNull();
    }

    @Test
    void aSessionEndsInTheEndHoweverMuchItIsUsed(Browser browser) {
        var account = new DiscordAccount(PERSON, null, "access", null, Instant.now());
        browser.isSignedInAs(
                new SignedIn(UUID.randomUUID(), "Sam", account, Instant.now().minus(Duration.ofDays(31))));

        browser.get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");
    }

    @Test
    void anInventedSessionIsNobody(Browser browser) {
        browser.withCookie("session", "invented").get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");
    }

    @Test
    void withoutRedisVisitorsAreServedAndSessionsWaitForItToComeBack(Browser visitor, Browser person,
            @Autowired Redis redis) {
        person.isSignedInAs(PERSON);
        Neighbours.redisDies();
        try {
            visitor.get("/api/marketplace/personalities").hasStatus(200);
            var answer = person.get("/api/marketplace/personalities").isProblem(503, "/problems/sessions-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        } finally {
            Neighbours.redisComesBack(redis);
        }
        person.get("/api/auth/me").hasStatus(200);
    }

    private static void inRedis(Consumer<RedisCommands<String, String>> work) {
        try (var client = RedisClient.create(Neighbours.redisUrl()); var connection = client.connect()) {
            work.accept(connection.sync());
        }
    }
}
