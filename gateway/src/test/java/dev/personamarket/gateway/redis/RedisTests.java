package dev.personamarket.gateway.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A Redis that takes connections and never says a word: worse than one that is away. */
class RedisTests {

    private static final int CALLS_UNTIL_OPEN = 3;

    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry
            .of(CircuitBreakerConfig.custom().minimumNumberOfCalls(CALLS_UNTIL_OPEN).build());
    private final Redis redis = new Redis("redis://localhost:" + silent.getLocalPort(), breakers);

    RedisTests() throws IOException {}

    @AfterEach
    void end() throws IOException {
        redis.destroy();
        silent.close();
    }

    @Test
    void nobodyWaitsLongerThanTheDeadline() {
        StepVerifier.create(ping()).expectTimeout(Duration.ofMillis(100)).verify();
        StepVerifier.create(ping()).expectError().verify(Duration.ofSeconds(5));
    }

    @Test
    void afterAFewNobodyWaitsAtAll() {
        for (var i = 0; i < CALLS_UNTIL_OPEN; i++) {
            StepVerifier.create(ping()).expectError().verify(Duration.ofSeconds(5));
        }

        StepVerifier.create(ping()).verifyError(CallNotPermittedException.class);
    }

    @Test
    void whoHasAnotherWayTakesItForItselfAlone() {
        var withFallback = redis.guarded(redis.connection());
        for (var i = 0; i < CALLS_UNTIL_OPEN; i++) {
            StepVerifier.create(withFallback).expectError().verify(Duration.ofSeconds(5));
        }

        StepVerifier.create(withFallback).verifyError(CallNotPermittedException.class);
        StepVerifier.create(ping()).verifyError(TimeoutException.class);
    }

    private Mono<String> ping() {
        return redis.call(commands -> commands.ping());
    }
}
