package dev.personamarket.outbox;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where events are put, in the transaction that changes what they tell of. */
public final class Outbox {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Supplier<@Nullable String> traceparent;
    private final Runnable wake;

    Outbox(DatabaseClient database, JsonMapper json, Supplier<@Nullable String> traceparent, Runnable wake) {
        this.database = database;
        this.json = json;
        this.traceparent = traceparent;
        this.wake = wake;
    }

    /**
     * Stores the events in the caller's transaction and wakes the relay once that has committed. Fails with
     * {@link IllegalStateException} outside a transaction: an event without its state would be a lie.
     */
    public Mono<Void> append(OutgoingEvent... events) {
        return append(List.of(events));
    }

    /** As {@link #append(OutgoingEvent...)}, in the list's order. */
    public Mono<Void> append(List<? extends OutgoingEvent> events) {
        return wakeAfterCommit().thenMany(Flux.fromIterable(events)).concatMap(this::insert).then();
    }

    /** Wakes the relay: for callers that have stored an event by a statement of their own, once it has committed. */
    public void wake() {
        wake.run();
    }

    /** The current trace as a W3C {@code traceparent}, for callers that store an event by a statement of their own. */
    public @Nullable String traceparent() {
        return traceparent.get();
    }

    private Mono<Void> wakeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new WakeAfterCommit(wake)))
                .then();
    }

    private Mono<Long> insert(OutgoingEvent event) {
        var type = Objects.requireNonNull(AnnotationUtils.findAnnotation(event.getClass(), EventType.class),
                () -> event.getClass() + " lacks @EventType");
        var insert = database.sql("""
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                VALUES (:topic, :key, :type, CAST(:payload AS json), :traceparent)
                """).bind("topic", type.topic()).bind("key", event.subject().toString()).bind("type", type.type())
                .bind("payload", json.writeValueAsString(event));
        var trace = traceparent();
        return (trace == null ? insert.bindNull("traceparent", String.class) : insert.bind("traceparent", trace))
                .fetch().rowsUpdated();
    }

    private record WakeAfterCommit(Runnable wake) implements TransactionSynchronization {

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(wake);
        }
    }
}
