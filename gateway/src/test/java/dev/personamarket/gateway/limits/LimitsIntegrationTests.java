package dev.personamarket.gateway.limits;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.gateway.testing.AnotherGateway;
import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;

import static dev.personamarket.gateway.testing.Neighbours.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class LimitsIntegrationTests {

    private static final String DEPLOY = "/api/marketplace/personalities/1/deploy";
    private static final String SIGNED = "/api/discord/interactions";
    private static final int DEPLOYS = 10;

    @Test
    void everyAnswerTellsWhatIsLeft(Browser browser) {
        var first = browser.post(DEPLOY, "{}").hasStatus(200);
        var second = browser.post(DEPLOY, "{}").hasStatus(200);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"deploy\";q=10;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"deploy\";r=9;t=60");
        assertThat(second.header("RateLimit")).startsWith("\"deploy\";r=8;t=");
    }

    @Test
    void whenNothingIsLeftTheAnswerSaysWhenToComeBack(Browser browser) {
        use(browser, DEPLOYS);

        var refused = browser.post(DEPLOY, "{}")
                .isProblem(429, "https://iana.org/assignments/http-problem-types#quota-exceeded");

        assertThat(refused.json().path("violated-policies").path(0).asString()).isEqualTo("deploy");
        assertThat(refused.header("RateLimit")).startsWith("\"deploy\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(reset(refused), 60);
        assertThat(DEPLOYMENT.received()).hasSize(DEPLOYS);
    }

    @Test
    void eachPolicyCountsForItself(Browser browser) {
        use(browser, DEPLOYS);

        browser.get("/api/marketplace/personalities").hasStatus(200);
        browser.post("/api/marketplace/personalities/1/rate", "{}").hasStatus(200);
    }

    @Test
    void eachAddressCountsForItself(Browser busy, Browser other) {
        use(busy, DEPLOYS);

        other.post(DEPLOY, "{}").hasStatus(200);
    }

    @Test
    void aPersonIsOneCallerWhereverTheyAre(Browser atHome, Browser onTheRoad, Browser visitorAtHome) {
        atHome.isSignedInAs("2000000000000000777");
        onTheRoad.isSignedInAs("2000000000000000777");
        use(atHome, DEPLOYS);

        onTheRoad.post(DEPLOY, "{}").hasStatus(429);
        visitorAtHome.post(DEPLOY, "{}").hasStatus(200);
    }

    @Test
    void aFloodOfForgeriesCountsForTheForgerAndNotForDiscord(Browser forger, Browser discord) {
        forger.at(AnotherGateway.FRUGAL);
        discord.at(AnotherGateway.FRUGAL);
        DEPLOYMENT.answers(401, "application/problem+json", "{}");
        for (var i = 0; i < 60; i++) {
            forger.post(SIGNED, "{}").hasStatus(401);
        }
        forger.post(SIGNED, "{}").hasStatus(429);

        DEPLOYMENT.answers(200, "application/json", "{\"type\":5}");
        assertThat(atOnce(discord, 50)).containsOnly(200);
    }

    @Test
    void signingInIsCountedToo(Browser browser) {
        for (var i = 0; i < 20; i++) {
            browser.get("/api/auth/discord").hasStatus(302);
        }

        browser.get("/api/auth/discord/callback?code=x&state=y").hasStatus(429);
        browser.get("/api/auth/me").hasStatus(401);
    }

    @Test
    void withoutRedisTheGatewayCountsForItself(Browser browser, @Autowired Redis redis) {
        use(browser, DEPLOYS / 2);
        Neighbours.redisDies();
        try {
            use(browser, DEPLOYS);
            var refused = browser.post(DEPLOY, "{}").hasStatus(429);
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"deploy\";q=10;w=60");
        } finally {
            Neighbours.redisComesBack(redis);
        }
        browser.post(DEPLOY, "{}").hasStatus(200); // of the shared count again, where there is something left
    }

    private static void use(Browser browser, int times) {
        for (var i = 0; i < times; i++) {
            browser.post(DEPLOY, "{}").hasStatus(200);
        }
    }

    private static List<Integer> atOnce(Browser browser, int times) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> browser.post(SIGNED, "{}").status(), threads))
                    .toList().stream().map(CompletableFuture::join).toList();
        }
    }

    private static int reset(Answer answer) {
        var told = Pattern.compile("t=(\\d+)").matcher(answer.header("RateLimit"));
        assertThat(told.find()).isTrue();
        return Integer.parseInt(told.group(1));
    }
}
