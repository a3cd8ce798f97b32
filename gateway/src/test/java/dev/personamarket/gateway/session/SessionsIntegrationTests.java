package dev.personamarket.gateway.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.redis.Locks;
import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.gateway.site.PublicUrl;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.sealing.Seal;
import io.lettuce.core.api.sync.RedisCommands;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.gateway.testing.Neighbours.inRedis;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class SessionsIntegrationTests {

    private static final String PERSON = "2000000000000000002";
    private static final String CANARY = "canary";
    private static final String OLD = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String NEW = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    @Test
    void nothingOfAPersonCanBeReadInRedis(Browser browser) {
        var account = new DiscordAccount(CANARY + "-id", CANARY + "-avatar", CANARY + "-access", CANARY + "-refresh",
                Set.of(),
                Instant.now());
        browser.isSignedInAs(new SignedIn(UUID.randomUUID(), CANARY + "-name", account, Instant.now()));

        var session = String.valueOf(browser.cookie("session"));
        var keys = inRedis(redis -> redis.keys("session:*"));
        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains(session));
        var values = inRedis(redis -> keys.stream().map(redis::get).toList());
        assertThat(values).noneMatch(value -> value.contains(CANARY) || value.contains(session));
        assertThat(browser.get("/api/auth/me").body()).contains(CANARY + "-name");
    }

    @Test
    void eachRequestKeepsASessionAlive(Browser browser) {
        browser.isSignedInAs(PERSON);
        inRedis(redis -> redis.keys("session:*").stream().map(key -> redis.expire(key, 100)).toList());

        browser.get("/api/marketplace/personalities").hasStatus(200);

        var left = inRedis(redis -> redis.keys("session:*").stream().map(redis::ttl).toList());
        assertThat(left).anyMatch(seconds -> seconds > Duration.ofDays(6).toSeconds());
    }

    @Test
    void aSessionThatEndedIsForgottenByTheBrowserToo(Browser browser) {
        browser.isSignedInAs(PERSON);
        inRedis(RedisCommands::flushall);

        browser.get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");

        assertThat(browser.cookie("session")).isNull();
    }

    @Test
    void aSessionEndsInTheEndHoweverMuchItIsUsed(Browser browser) {
        var account = new DiscordAccount(PERSON, null, "access", null, Set.of(), Instant.now());
        browser.isSignedInAs(
                new SignedIn(UUID.randomUUID(), "Sam", account, Instant.now().minus(Duration.ofDays(31))));

        browser.get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");
    }

    @Test
    void anInventedSessionIsNobody(Browser browser) {
        browser.withCookie("session", "invented").get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");
    }

    @Test
    void aSessionOutlivesAChangeOfKeysAndIsSealedWithTheNewOneWhenItIsWritten(@Autowired Redis redis,
            @Autowired Locks locks) {
        var before = sessions(redis, locks, OLD);
        var rotated = sessions(redis, locks, NEW, OLD);
        var after = sessions(redis, locks, NEW);
        var person = new SignedIn(UUID.randomUUID(), "Sam",
                new DiscordAccount(PERSON, null, "access", "refresh", Set.of("identify"), Instant.now()),
                Instant.now());
        var opened = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        before.open(opened, person).block();
        var cookie = new HttpCookie("session",
                Objects.requireNonNull(opened.getResponse().getCookies().getFirst("session")).getValue());

        assertThat(after.current(visit(cookie)).block()).as("the old key is gone too early").isNull();
        assertThat(rotated.current(visit(cookie)).block()).isEqualTo(person);
        assertThat(rotated.update(visit(cookie), person).block()).isTrue();

        assertThat(after.current(visit(cookie)).block()).isEqualTo(person);
        assertThat(before.current(visit(cookie)).block()).isNull();
    }

    @Test
    void oneRequestOfASessionAtATime(Browser browser, @Autowired Sessions sessions) {
        browser.isSignedInAs(PERSON);
        var here = visit(new HttpCookie("session", String.valueOf(browser.cookie("session"))));

        var nested = sessions.alone(here, sessions.alone(here, Mono.just("twice")).defaultIfEmpty("once"));

        assertThat(nested.block()).isEqualTo("once");
        assertThat(nested.block()).as("the turn was given back").isEqualTo("once");
        StepVerifier.create(sessions.alone(here, Mono.error(Problem.unavailable("x", "y", Duration.ZERO))))
                .verifyError(Problem.class);
        assertThat(sessions.alone(here, Mono.just("again")).block()).isEqualTo("again");
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

    private static MockServerWebExchange visit(HttpCookie cookie) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(cookie));
    }

    private static Sessions sessions(Redis redis, Locks locks, String... keys) {
        var settings = new SessionSettings(List.of(keys), Duration.ofDays(7), Duration.ofDays(30));
        var seal = new Seal(List.of(keys));
        var cookies = new SessionCookies(new PublicUrl(URI.create("http://localhost:8080")), settings);
        return new Sessions(redis, locks, seal, cookies, new CsrfTokens(seal), settings, new JsonMapper(),
                InstantSource.system());
    }
}
