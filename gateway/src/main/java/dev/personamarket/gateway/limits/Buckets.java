package dev.personamarket.gateway.limits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.personamarket.gateway.redis.Redis;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/**
 * The buckets that requests are taken from: one per policy and caller, shared by all gateways through Redis. While Redis
 * is away each gateway counts for itself, so a lost Redis neither lets everybody through nor shuts anybody out.
 */
@Component
class Buckets {

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);
    // so many that a caller who keeps changing addresses does not push others' buckets out
    private static final int LOCAL_BUCKETS = 100_000;
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Redis redis;
    private final Mono<AsyncProxyManager<String>> shared;
    private final Cache<String, Bucket> local = Caffeine.newBuilder().maximumSize(LOCAL_BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(10)).build();
    private final Counter fallbacks;

    Buckets(Redis redis, MeterRegistry meters) {
        this.redis = redis;
        shared = redis.connection()
                .<AsyncProxyManager<String>>map(connection -> Bucket4jLettuce.casBasedBuilder(connection)
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
                        .build().asAsync());
        fallbacks = meters.counter("gateway.limits.local");
    }

    /** Never fails, and never takes longer than Redis may. */
    Mono<Verdict> take(Policy policy, String caller) {
        var key = policy.key(caller);
        return redis.guarded(shared.flatMap(buckets -> Mono.fromFuture(() -> buckets.builder()
                .build(key, () -> CompletableFuture.completedFuture(policy.bucket()))
                .tryConsumeAndReturnRemaining(1)))).map(Verdict::of)
                .onErrorResume(away -> Mono.just(locally(policy, key, away)));
    }

    private Verdict locally(Policy policy, String key, Throwable away) {
        log.debug("Counting {} here: {}", policy.name(), away.toString());
        fallbacks.increment();
        var bucket = local.get(key, _ -> Bucket.builder().addLimit(policy.bucket().getBandwidths()[0]).build());
        return Verdict.of(bucket.tryConsumeAndReturnRemaining(1));
    }
}
