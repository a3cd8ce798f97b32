package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class DiscordLimitsTests {

    private static final Route LIGHTHOUSE = Route.ofBot(HttpMethod.PATCH, "/guilds/{server}/members/@me", "3001");
    private static final Route MOON_BASE = Route.ofBot(HttpMethod.PATCH, "/guilds/{server}/members/@me", "3002");
    private static final Duration NO_PATIENCE = Duration.ZERO;

    private Instant now = Instant.parse("2026-03-16T12:00:00Z");
    private final DiscordLimits limits = new DiscordLimits(SharedLimitsTests.withoutRedis(), () -> now);

    @Test
    void whatIsNotKnownToBeLimitedMayGo() {
        mayGo(LIGHTHOUSE);
        mayGo(LIGHTHOUSE);
    }

    @Test
    void anEmptyBucketFillsAgainByItself() {
        limits.learn(LIGHTHOUSE, told(2, 1, 5)).block();

        mayGo(LIGHTHOUSE);
        hasToWait(LIGHTHOUSE, Duration.ofSeconds(5));
        now = now.plusSeconds(5);
        mayGo(LIGHTHOUSE);
        mayGo(LIGHTHOUSE);
        hasToWait(LIGHTHOUSE, Duration.ofSeconds(5));
    }

    @Test
    void eachServerHasABucketOfItsOwn() {
        limits.learn(LIGHTHOUSE, told(1, 0, 5)).block();

        hasToWait(LIGHTHOUSE, Duration.ofSeconds(5));
        mayGo(MOON_BASE);
    }

    @Test
    void eachUserHasABucketOfTheirOwn() {
        var ada = Route.ofUser(HttpMethod.GET, "/users/@me/guilds", new AccessToken("ada"));
        var sam = Route.ofUser(HttpMethod.GET, "/users/@me/guilds", new AccessToken("sam"));
        limits.learn(ada, told(1, 0, 1)).block();

        hasToWait(ada, Duration.ofSeconds(1));
        mayGo(sam);
    }

    @Test
    void anAnswerThatWasOvertakenDoesNotGiveCallsBack() {
        limits.learn(LIGHTHOUSE, told(5, 0, 5)).block();
        limits.learn(LIGHTHOUSE, told(5, 3, 5)).block();

        hasToWait(LIGHTHOUSE, Duration.ofSeconds(5));
    }

    @Test
    void aRefusalStopsItsBucketForAsLongAsItSays() {
        limits.learn(LIGHTHOUSE, refused("{\"retry_after\": 1.337, \"global\": false}", "2")).block();

        hasToWait(LIGHTHOUSE, Duration.ofMillis(1337));
        mayGo(MOON_BASE);
    }

    @Test
    void aGlobalRefusalStopsEverything() {
        limits.learn(LIGHTHOUSE, refused("{\"retry_after\": 3.5, \"global\": true}", "4")).block();

        hasToWait(MOON_BASE, Duration.ofMillis(3500));
        now = now.plusMillis(3500);
        mayGo(MOON_BASE);
    }

    /** Then it is a proxy that had enough, and it looks at addresses alone. */
    @Test
    void aRefusalThatIsNotDiscordsStopsEverything() {
        limits.learn(LIGHTHOUSE, refused("<html>error 1015</html>", "30")).block();

        hasToWait(MOON_BASE, Duration.ofSeconds(30));
    }

    @Test
    void whoHasPatienceWaits() {
        limits.learn(LIGHTHOUSE, told(1, 0, 3600)).block();

        StepVerifier.withVirtualTime(() -> limits.turn(LIGHTHOUSE, Duration.ofHours(1)))
                .expectSubscription().expectNoEvent(Duration.ofMinutes(59))
                .then(() -> now = now.plusSeconds(3600))
                .thenAwait(Duration.ofMinutes(1)).verifyComplete();
    }

    private void mayGo(Route route) {
        StepVerifier.create(limits.turn(route, NO_PATIENCE)).verifyComplete();
    }

    private void hasToWait(Route route, Duration time) {
        StepVerifier.create(limits.turn(route, NO_PATIENCE)).verifyErrorSatisfies(
                error -> assertThat(error).isInstanceOfSatisfying(DiscordFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(DiscordFailure.Kind.RATE_LIMITED);
                    assertThat(failure.retryAfter()).isEqualTo(time);
                }));
    }

    private static Answer told(int limit, int remaining, int resetAfter) {
        return answer(200, "{}", Map.of("X-RateLimit-Limit", String.valueOf(limit), "X-RateLimit-Remaining",
                String.valueOf(remaining), "X-RateLimit-Reset-After", resetAfter + ".000", "X-RateLimit-Bucket",
                "abcd"));
    }

    private static Answer refused(String body, String retryAfter) {
        return answer(429, body, Map.of("Retry-After", retryAfter));
    }

    private static Answer answer(int status, String body, Map<String, String> headers) {
        var all = new HttpHeaders();
        headers.forEach(all::set);
        return Answer.read(status, all, body.getBytes(StandardCharsets.UTF_8), JsonMapper.shared());
    }
}
