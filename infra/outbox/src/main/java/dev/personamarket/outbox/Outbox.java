package dev.personamarket.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import dev.personamarket.defaults.database.AfterCommit;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where events are put, in the transaction that changes what they tell of. */
public final class Outbox {

    /**
     * Stores one event within a statement of the caller's, which needs no transaction then: one of its common table
     * expressions, bound by {@link #bind}. To be followed by {@link #wake()}.
     */
    public static final String TOLD = """
            told AS (
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                VALUES (:topic, :subject, :type, CAST(:event AS json), CAST(:traceparent AS text))
            )""";

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

    /** As {@link #append(OutgoingEvent...)}, in the list's order, however many by one statement. */
    public Mono<Void> append(List<? extends OutgoingEvent> events) {
        return wakeAfterCommit().then(events.isEmpty() ? Mono.empty() : insert(events));
    }

    /** Binds the event of a statement with {@link #TOLD} in it. */
    public GenericExecuteSpec bind(OutgoingEvent event, GenericExecuteSpec statement) {
        return traced(statement.bind("topic", type(event).topic()).bind("subject", event.subject().toString())
                .bind("type", type(event).type()).bind("event", json.writeValueAsString(event)));
    }

    /** How many events wait to be sent; not counted any further than the limit. */
    public Mono<Long> waiting(int limit) {
        return database.sql("""
                SELECT count(*) FROM (SELECT FROM outbox WHERE published_at IS NULL LIMIT :limit) waiting
                """).bind("limit", limit).mapValue(Long.class).one();
    }

    /**
     * Forgets what was sent to the topic longer ago than this: for events that are not to be kept, nor sent again, for as
     * long as all others.
     */
    public Mono<Long> forget(String topic, Duration age) {
        return database.sql("""
                DELETE FROM outbox
                WHERE topic = :topic AND published_at < now() - make_interval(secs => :seconds)
                """).bind("topic", topic).bind("seconds", age.toMillis() / 1_000.0).fetch().rowsUpdated();
    }

    /** Wakes the relay: for callers that have stored an event by a statement of their own, once it has committed. */
    public void wake() {
        wake.run();
    }

    /** As {@link #wake()}, once the caller's transaction has committed; fails outside of one. */
    public Mono<Void> wakeAfterCommit() {
        return AfterCommit.run(wake);
    }

    /** The current trace as a W3C {@code traceparent}, for callers that store an event by a statement of their own. */
    public @Nullable String traceparent() {
        return traceparent.get();
    }

    private Mono<Void> insert(List<? extends OutgoingEvent> events) {
        return traced(database.sql("""
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                SELECT topic, key, type, CAST(payload AS json), CAST(:traceparent AS text)
                FROM unnest(:topics, :keys, :types, :payloads) WITH ORDINALITY
                    AS event (topic, key, type, payload, place)
                ORDER BY place
                """).bind("topics", each(events, event -> type(event).topic()))
                .bind("keys", each(events, event -> event.subject().toString()))
                .bind("types", each(events, event -> type(event).type()))
                .bind("payloads", each(events, json::writeValueAsString))).then();
    }

    private GenericExecuteSpec traced(GenericExecuteSpec statement) {
        return statement.bind("traceparent", Parameters.in(R2dbcType.VARCHAR, traceparent()));
    }

    private static String[] each(List<? extends OutgoingEvent> events, Function<OutgoingEvent, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static EventType type(OutgoingEvent event) {
        return Objects.requireNonNull(AnnotationUtils.findAnnotation(event.getClass(), EventType.class),
                () -> event.getClass() + " lacks @EventType");
    }
}
