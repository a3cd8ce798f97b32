package dev.personamarket.defaults.listening;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows which events have had their effect. */
final class Inbox {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Inbox(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Does what was not done yet, one after the other; effects and notes commit together or not at all. Of an event that
     * comes twice at once the first counts.
     */
    Mono<Void> once(String consumer, List<Effect> effects) {
        return note(consumer, effects).collect(Collectors.toSet())
                .flatMapMany(noted -> Flux.fromIterable(effects).filter(effect -> noted.remove(effect.eventId())))
                .bufferUntilChanged(Effect::handler).concatMap(Inbox::together).then().as(transaction::transactional);
    }

    private static Mono<Void> together(List<Effect> row) {
        return row.getFirst().handler().handle(row.stream().map(Effect::event).toList());
    }

    /** The ids that were new, in an order in which nobody waits in a circle. */
    private Flux<String> note(String consumer, List<Effect> effects) {
        return database.sql("""
                INSERT INTO inbox (consumer, event_id) SELECT :consumer, id FROM unnest(:events) AS id ORDER BY id
                ON CONFLICT DO NOTHING RETURNING event_id
                """).bind("consumer", consumer)
                .bind("events", effects.stream().map(Effect::eventId).toArray(String[]::new)).mapValue(String.class)
                .all();
    }

    /** Forgets notes older than the retention; events of that age converge by the version that they carry. */
    Mono<Long> forget(Duration retention) {
        return database.sql("DELETE FROM inbox WHERE handled_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", (double) retention.toSeconds()).fetch().rowsUpdated();
    }
}
