package dev.personamarket.gateway.redis;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/**
 * Redis is part of the health that an operator sees, not of readiness: without it visitors are served as before, so
 * taking the gateway out of rotation would only make things worse.
 */
@Component
class RedisHealthIndicator implements ReactiveHealthIndicator {

    private final Redis redis;

    RedisHealthIndicator(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Health> health() {
        return redis.call(commands -> commands.ping()).map(_ -> Health.up().build())
                .onErrorResume(away -> Mono.just(Health.down().withDetail("error", away.toString()).build()));
    }

    /** Connects before the first request needs it; a Redis that is away is no reason not to start. */
    @EventListener(ApplicationReadyEvent.class)
    void connectEarly() {
        redis.call(commands -> commands.ping()).onErrorComplete().subscribe();
    }
}
