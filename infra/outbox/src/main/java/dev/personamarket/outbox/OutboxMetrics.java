package dev.personamarket.outbox;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import reactor.core.publisher.Mono;

/**
 * {@code outbox.backlog}: events that wait, counted up to 10,000; {@code outbox.age}: seconds that the oldest of them
 * has waited. Each instance reports what is in the database, whichever of them relays.
 */
final class OutboxMetrics implements MeterBinder {

    private record Waiting(long events, double seconds) {}

    private final DatabaseClient database;
    private final AtomicReference<Waiting> waiting = new AtomicReference<>(new Waiting(0, 0));

    OutboxMetrics(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.backlog", waiting, state -> state.get().events())
                .description("Events that wait to be published, counted up to 10,000").baseUnit("events")
                .register(registry);
        Gauge.builder("outbox.age", waiting, state -> state.get().seconds())
                .description("How long the oldest event has waited to be published").baseUnit("seconds")
                .register(registry);
    }

    /** Reads the figures, for the next scrapes to report. */
    Mono<?> read() {
        return database.sql("""
                SELECT count(*) AS events, coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::float8 AS seconds
                FROM (SELECT occurred_at FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 10000) waiting
                """).mapProperties(Waiting.class).one().doOnNext(waiting::set);
    }
}
