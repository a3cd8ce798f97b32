package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import reactor.core.publisher.Mono;

/**
 * Discord's rate limits. As its answers tell of them: a bucket per group of routes and server, and at times a pause for
 * everything. As it documents them: so many calls of the bot in a second, of all instances together, and so many that
 * went wrong in ten minutes, after which nothing is asked for a while, since Discord bans who goes on. A call waits for its
 * turn, or fails when that takes longer than its patience; who made it comes back by its own schedule.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
 */
final class DiscordLimits {

    private static final Logger LOG = LoggerFactory.getLogger(DiscordLimits.class);
    private static final int KNOWN_AT_MOST = 50_000;

    private final Cache<String, String> bucketNames = known();
    private final Cache<String, Bucket> buckets = known();
    private final Supplier<Instant> clock;
    private final SharedLimits shared;
    private volatile Instant pausedUntil = Instant.EPOCH;

    DiscordLimits(SharedLimits shared, Supplier<Instant> clock) {
        this.shared = shared;
        this.clock = clock;
    }

    private static <V> Cache<String, V> known() {
        return Caffeine.newBuilder().maximumSize(KNOWN_AT_MOST).expireAfterAccess(Duration.ofHours(1)).build();
    }

    /** Completes when the route may be called; fails with {@link DiscordFailure} when that is too far away. */
    Mono<Void> turn(Route route, Duration patience) {
        return Mono.defer(() -> after(reserve(route), route, patience)).then(common(route, patience));
    }

    private Mono<Void> common(Route route, Duration patience) {
        return route.isGlobal()
                ? shared.take(Allowance.REQUESTS).flatMap(wait -> wait.isZero()
                        ? Mono.empty()
                        : later(wait, route, patience, common(route, patience.minus(wait))))
                : Mono.empty();
    }

    private Mono<Void> after(Duration wait, Route route, Duration patience) {
        return wait.isZero()
                ? Mono.empty()
                : later(wait, route, patience,
                        Mono.defer(() -> after(reserve(route), route, patience.minus(wait))));
    }

    private static Mono<Void> later(Duration wait, Route route, Duration patience, Mono<Void> then) {
        return wait.compareTo(patience) > 0
                ? Mono.error(DiscordFailure.rateLimited(route + " has to wait for its turn", wait))
                : Mono.delay(wait).then(then);
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
    Mono<Void> learn(Route route, Answer answer) {
        note(route, answer);
        return answer.isInvalidRequest()
                ? shared.take(Allowance.INVALID_REQUESTS).filter(wait -> !wait.isZero()).doOnNext(this::pause).then()
                : Mono.empty();
    }

    private void pause(Duration time) {
        if (!clock.get().isBefore(pausedUntil)) {
            LOG.error("Discord has refused so many calls that it is not asked for {}, lest it bans us", time);
        }
        pauseUntil(clock.get().plus(time));
    }

    private void pauseUntil(Instant time) {
        pausedUntil = time.isAfter(pausedUntil) ? time : pausedUntil;
    }

    private void note(Route route, Answer answer) {
        var now = clock.get();
        if (answer.isRateLimited() && answer.isGlobal()) {
            pauseUntil(now.plus(answer.retryAfter()));
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
