package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import reactor.core.publisher.Mono;

/**
 * Discord's rate limits, as its answers tell of them: a bucket per group of routes and server, and at times a pause for
 * everything. A call waits for its turn, or fails when that takes longer than its patience.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
 */
final class DiscordLimits {

    private static final int KNOWN_AT_MOST = 50_000;

    private final Cache<String, String> bucketNames = known();
    private final Cache<String, Bucket> buckets = known();
    private final Supplier<Instant> clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    DiscordLimits(Supplier<Instant> clock) {
        this.clock = clock;
    }

    private static <V> Cache<String, V> known() {
        return Caffeine.newBuilder().maximumSize(KNOWN_AT_MOST).expireAfterAccess(Duration.ofHours(1)).build();
    }

    /** Completes when the route may be called; fails with {@link DiscordFailure} when that is too far away. */
    Mono<Void> turn(Route route, Duration patience) {
        return Mono.defer(() -> {
            var wait = reserve(route);
            if (wait.compareTo(patience) > 0) {
                return Mono.error(DiscordFailure.rateLimited(route + " has to wait for its turn", wait));
            }
            return wait.isZero() ? Mono.empty() : Mono.delay(wait).then(turn(route, patience.minus(wait)));
        });
    }

    private Duration reserve(Route route) {
        var now = clock.get();
        return now.isBefore(pausedUntil)
                ? Duration.between(now, pausedUntil)
                : bucket(route).map(bucket -> bucket.reserve(now)).orElse(Duration.ZERO);
    }

    private Optional<Bucket> bucket(Route route) {
        return Optional.ofNullable(bucketNames.getIfPresent(route.key()))
                .map(name -> buckets.getIfPresent(key(route, name)));
    }

    private static String key(Route route, String bucket) {
        return bucket + " " + route.asker() + " " + route.variables();
    }

    /** Takes in what an answer tells. */
    void learn(Route route, Answer answer) {
        var now = clock.get();
        if (answer.isRateLimited() && answer.isGlobal()) {
            pausedUntil = now.plus(answer.retryAfter());
            return;
        }
        var name = Optional.ofNullable(answer.headers().getFirst("X-RateLimit-Bucket")).orElse(route.key());
        bucketNames.put(route.key(), name);
        var bucket = buckets.get(key(route, name), _ -> new Bucket());
        if (answer.isRateLimited()) {
            bucket.exhausted(now.plus(answer.retryAfter()));
        } else {
            answer.header("X-RateLimit-Reset-After").ifPresent(time -> bucket.observed(
                    answer.count("X-RateLimit-Limit"), answer.count("X-RateLimit-Remaining"), time, now));
        }
    }
}
