package dev.personamarket.gateway.routing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.registry.EntryAddedEvent;
import io.github.resilience4j.core.registry.EntryRemovedEvent;
import io.github.resilience4j.core.registry.EntryReplacedEvent;
import io.github.resilience4j.core.registry.RegistryEventConsumer;

/** One line in the log whenever somebody is given up, or trusted again. */
@Component
class BreakerLog implements RegistryEventConsumer<CircuitBreaker> {

    private static final Logger log = LoggerFactory.getLogger(BreakerLog.class);

    @Override
    public void onEntryAddedEvent(EntryAddedEvent<CircuitBreaker> added) {
        added.getAddedEntry().getEventPublisher().onStateTransition(change -> log.warn("Breaker {}: {}",
                change.getCircuitBreakerName(), change.getStateTransition()));
    }

    @Override
    public void onEntryRemovedEvent(EntryRemovedEvent<CircuitBreaker> removed) {}

    @Override
    public void onEntryReplacedEvent(EntryReplacedEvent<CircuitBreaker> replaced) {}
}
