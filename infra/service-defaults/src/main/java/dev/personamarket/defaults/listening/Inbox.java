package dev.personamarket.defaults.listening;

import java.time.Duration;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/** Knows which events have had their effect. */
final class Inbox {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Inbox(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Runs the effect unless the event has had it already; effect and note commit together or not at all. */
    Mono<Void> once(String consumer, String eventId, Mono<Void> effect) {
        return note(consumer, eventId).flatMap(noted -> noted == 0 ? Mono.<Void>empty() : effect)
                .as(transaction::transactional);
    }

    private Mono<Long> note(String consumer, String eventId) {
        return database.sql("INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :event) ON CONFLICT DO NOTHING")
                .bind("consumer", consumer).bind("event", eventId).fetch().rowsUpdated();
    }

    /** Forgets notes older than the retention; events of that age converge by the version that they carry. */
    Mono<Long> forget(Duration retention) {
        return database.sql("DELETE FROM inbox WHERE handled_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", (double) retention.toSeconds()).fetch().rowsUpdated();
    }
}
