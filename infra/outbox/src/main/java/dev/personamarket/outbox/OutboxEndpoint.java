package dev.personamarket.outbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/** For operators: sends again what was published, say after a broker has lost its last writes. */
@Endpoint(id = "outbox")
final class OutboxEndpoint {

    record Resent(long events) {}

    private final DatabaseClient database;
    private final Outbox outbox;

    OutboxEndpoint(DatabaseClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Marks all events since the moment as not yet published; readers tell a repeated event by its id. */
    @WriteOperation
    Mono<Resent> resend(OffsetDateTime since) {
        return database
                .sql("UPDATE outbox SET published_at = NULL WHERE published_at IS NOT NULL AND occurred_at >= :since")
                .bind("since", since.withOffsetSameInstant(ZoneOffset.UTC)).fetch().rowsUpdated()
                .doOnSuccess(_ -> outbox.wake()).map(Resent::new);
    }
}
