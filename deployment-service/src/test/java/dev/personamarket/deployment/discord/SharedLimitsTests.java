package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import dev.personamarket.testing.TestEngines;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Two instances, which to Discord are one. */
class SharedLimitsTests {

    private final Redis redis = new Redis(TestEngines.running().redis().url());
    private final SharedLimits one = new SharedLimits(redis.connection(), CircuitBreaker.ofDefaults("one"));
    private final SharedLimits other = new SharedLimits(redis.connection(), CircuitBreaker.ofDefaults("other"));
    private final Allowance ten = new Allowance("test:" + UUID.randomUUID(), 10, 10, Duration.ofHours(1), true);

    /** Where every instance is for itself. */
    static SharedLimits withoutRedis() {
        return new SharedLimits(Mono.error(new IllegalStateException("away")), CircuitBreaker.ofDefaults("redis"));
    }

    /** To connect takes longer than an answer may. */
    @BeforeEach
    void connect() {
        redis.connection().block();
    }

    @AfterEach
    void close() {
        redis.destroy();
    }

    @Test
    void instancesTakeFromTheSame() {
        assertThat(taken(one, 7)).isEqualTo(7);
        assertThat(taken(other, 7)).isEqualTo(3);
        assertThat(one.take(ten).block()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    }

    @Test
    void whileRedisIsAwayEachHasHalf() {
        assertThat(taken(withoutRedis(), 10)).isEqualTo(5);
    }

    @Test
    void inNoSecondAreThereMoreThanDiscordAllows() {
        assertThat(Allowance.REQUESTS.burst() + Allowance.REQUESTS.refill()).isEqualTo(50);
        assertThat(Allowance.INVALID_REQUESTS.burst() + Allowance.INVALID_REQUESTS.refill()).isEqualTo(8_000);
    }

    @Test
    void whoRefusesTooOftenIsLeftInPeaceBeforeItBansUs() {
        var limits = new DiscordLimits(withoutRedis(), Instant::now);
        var route = Route.ofUser(HttpMethod.GET, "/users/@me/guilds", new AccessToken("sam"));
        var refused = answer(401, null);

        Flux.range(0, 1_990).concatMap(_ -> limits.learn(route, refused)).blockLast();
        StepVerifier.create(limits.turn(route, Duration.ZERO)).verifyComplete();
        Flux.range(0, 50).concatMap(_ -> limits.learn(route, refused)).blockLast();

        StepVerifier.create(limits.turn(route, Duration.ZERO)).verifyErrorSatisfies(
                error -> assertThat(error).isInstanceOfSatisfying(DiscordFailure.class,
                        failure -> assertThat(failure.retryAfter()).isGreaterThan(Duration.ofMinutes(9))));
    }

    @ParameterizedTest
    @CsvSource({"200,, false", "400,, false", "404,, false", "401,, true", "403,, true", "429, user, true",
            "429, global, true", "429, shared, false", "500,, false"})
    void whatCountsAsInvalid(int status, String scope, boolean counts) {
        assertThat(answer(status, scope).isInvalidRequest()).isEqualTo(counts);
    }

    private long taken(SharedLimits limits, int asked) {
        return LongStream.range(0, asked).filter(_ -> Duration.ZERO.equals(limits.take(ten).block())).count();
    }

    private static Answer answer(int status, @Nullable String scope) {
        var headers = new HttpHeaders();
        if (scope != null) {
            headers.set("X-RateLimit-Scope", scope);
        }
        return Answer.read(status, headers, "{}".getBytes(StandardCharsets.UTF_8), JsonMapper.shared());
    }
}
