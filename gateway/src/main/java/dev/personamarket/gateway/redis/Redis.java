package dev.personamarket.gateway.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import reactor.core.publisher.Mono;

/**
 * One connection, made without blocking, kept, and made again when it breaks. Whoever has another way waits 250 ms for
 * an answer, whoever has none a second, since a busy machine stalls for longer than the first now and then. When too
 * many calls fail a breaker opens and calls fail at once for a while, so that a Redis that hangs does not hold up each
 * request by a deadline. Each kind has its own, {@code redis-fallback} and {@code redis}: a moment's stall, in which the
 * first have all gone their other way, is no reason to sign people out.
 */
@Component
public class Redis implements DisposableBean {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration DEADLINE_WITH_FALLBACK = Duration.ofMillis(250);
    private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);
    /** Instead of up to half a minute: who comes back is found within a second. */
    private static final Delay RECONNECTING = Delay.fullJitter(Duration.ofMillis(10), Duration.ofSeconds(1), 10,
            TimeUnit.MILLISECONDS);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(new StringCodec(StandardCharsets.UTF_8),
            ByteArrayCodec.INSTANCE);

    private final ClientResources resources;
    private final RedisClient client;
    private final Mono<StatefulRedisConnection<String, byte[]>> connection;
    private final CircuitBreaker breaker;
    private final CircuitBreaker breakerWithFallback;

    Redis(@Value("${gateway.redis-url}") String url, CircuitBreakerRegistry breakers) {
        var address = RedisURI.create(url);
        resources = ClientResources.builder().reconnectDelay(RECONNECTING).build();
        client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                // by default commands queue up while there is no connection, and their callers wait
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).keepAlive(true).build())
                .timeoutOptions(TimeoutOptions.enabled(DEADLINE.multipliedBy(2))).build());
        connection = Mono.fromCompletionStage(() -> client.connectAsync(CODEC, address)).cache(_ -> EVER,
                _ -> Duration.ZERO, () -> Duration.ZERO);
        breaker = breakers.circuitBreaker("redis");
        breakerWithFallback = breakers.circuitBreaker("redis-fallback");
    }

    /** Fails with whatever Redis says, with a timeout, or at once while the breaker is open. */
    public <T> Mono<T> call(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> command) {
        return guarded(connection.flatMap(open -> command.apply(open.reactive())), DEADLINE, breaker);
    }

    /** For a client of its own upon the same connection; its calls go through {@link #guarded}. */
    public Mono<StatefulRedisConnection<String, byte[]>> connection() {
        return connection;
    }

    /** For callers with a fallback. */
    public <T> Mono<T> guarded(Publisher<T> call) {
        return guarded(call, DEADLINE_WITH_FALLBACK, breakerWithFallback);
    }

    private static <T> Mono<T> guarded(Publisher<T> call, Duration deadline, CircuitBreaker breaker) {
        return Mono.from(call).timeout(deadline).transform(CircuitBreakerOperator.of(breaker));
    }

    @Override
    public void destroy() {
        client.shutdown();
        resources.shutdown();
    }
}
