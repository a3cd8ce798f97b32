package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.lettuce.core.api.StatefulRedisConnection;
import reactor.core.publisher.Mono;

/**
 * What all instances take from together, through Redis, since to Discord they are one. While Redis is away each takes from a
 * half of its own, and a limit that is met all the same is told by Discord.
 */
final class SharedLimits {

    private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);
    private static final Duration DEADLINE = Duration.ofMillis(250);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Mono<AsyncProxyManager<String>> shared;
    private final CircuitBreaker breaker;
    private final Map<String, Bucket> own = new ConcurrentHashMap<>();

    SharedLimits(Mono<StatefulRedisConnection<String, byte[]>> redis, CircuitBreaker breaker) {
        this.shared = redis.map(connection -> Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
                .build().asAsync());
        this.breaker = breaker;
    }

    /** Takes one, for which the time is zero, or tells how long until there is another. Never fails. */
    Mono<Duration> take(Allowance allowance) {
        return shared.flatMap(buckets -> Mono.fromFuture(() -> buckets.builder()
                .build(allowance.name(), () -> CompletableFuture.completedFuture(allowance.all()))
                .tryConsumeAndReturnRemaining(1)))
                .timeout(DEADLINE).transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(away -> Mono.fromSupplier(() -> ownShare(allowance, away)))
                .map(SharedLimits::wait);
    }

    private ConsumptionProbe ownShare(Allowance allowance, Throwable away) {
        LOG.debug("Counting {} here: {}", allowance.name(), away.toString());
        return own.computeIfAbsent(allowance.name(), _ -> Bucket.builder()
                .addLimit(allowance.half().getBandwidths()[0]).build()).tryConsumeAndReturnRemaining(1);
    }

    private static Duration wait(ConsumptionProbe probe) {
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1);
    }
}
