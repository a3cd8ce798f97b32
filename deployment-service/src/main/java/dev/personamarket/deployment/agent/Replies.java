package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.deployment.agent.Turn.Status;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;
import static java.util.Locale.ROOT;

/**
 * What is to be said on Discord, and how much of it stands there. News of a reply come in at any time; what a hand has
 * done is stored only while it has the lease.
 */
@Repository
class Replies {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final AgentProperties properties;

    Replies(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, AgentProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** An answer has come so far; what is older than what is known changes nothing. */
    Mono<Void> grown(AgentTurnProgressed event) {
        return database.sql("""
                UPDATE turns SET reply = :text, sequence = :sequence, due_at = now()
                WHERE id = :id AND status = 'asked' AND sequence < :sequence
                """).bind("id", event.turnId()).bind("text", event.text()).bind("sequence", event.sequence()).then();
    }

    /** This is to be said, as the end of the matter; where it has ended already nothing changes. */
    Mono<Void> concluded(UUID turn, Status status, String reply) {
        return database.sql("""
                UPDATE turns SET status = :status, reply = :reply, due_at = now() WHERE id = :id AND status = 'asked'
                """).bind("id", turn).bind("status", name(status)).bind("reply", reply).then();
    }

    /** What has been due longest; empty when nothing is, or when all that is lies with other hands. */
    Mono<Turn> take() {
        return database.sql("""
                UPDATE turns SET leased_until = now() + make_interval(secs => :lease)
                WHERE id = (SELECT id FROM turns WHERE due_at <= now() AND leased_until <= now()
                            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """).bind("lease", leaseSeconds()).map(Replies::turn).one();
    }

    /** So far it stands in Discord; what has come meanwhile is next. */
    Mono<Void> shown(Turn turn) {
        return leased(turn, """
                due_at = CASE WHEN status = 'asked' AND sequence = :sequence THEN :later ELSE now() END,
                attempts = 0, leased_until = '-infinity'
                """, statement -> statement.bind("sequence", turn.sequence())
                .bind("later", turn.askedAt().plus(properties.patience())));
    }

    /** So many of its messages stand there for certain; the lease is prolonged. */
    Mono<Turn> sent(Turn turn, int parts) {
        return database.sql("""
                UPDATE turns SET parts_sent = :parts, leased_until = now() + make_interval(secs => :lease)
                WHERE id = :id AND leased_until = :held RETURNING *
                """).bind("parts", parts).bind("lease", leaseSeconds()).bind("id", turn.id())
                .bind("held", turn.leasedUntil()).map(Replies::turn).one().switchIfEmpty(Mono.error(lost(turn)));
    }

    /** All of it has been said: nothing lets us say more from now on. */
    Mono<Void> done(Turn turn) {
        return leased(turn, "due_at = NULL, token = '', leased_until = '-infinity'", statement -> statement);
    }

    /** Discord was out of reach. */
    Mono<Void> postpone(Turn turn, Duration time) {
        return leased(turn, """
                due_at = now() + make_interval(secs => :time), attempts = attempts + 1, leased_until = '-infinity'
                """, statement -> statement.bind("time", time.toMillis() / 1_000.0));
    }

    /** Something else is to be said in the place of what there is. */
    Mono<Void> replace(Turn turn, String reply) {
        return leased(turn, """
                status = 'failed', reply = :reply, due_at = now(), leased_until = '-infinity'
                """, statement -> statement.bind("reply", reply));
    }

    /** No answer is waited for any longer; this is said, and whoever makes the answer is told. */
    Mono<Void> giveUp(Turn turn, String reply, Instant now) {
        return replace(turn, reply)
                .then(outbox.append(AgentTurnDropped.of(turn, DropReason.NO_ANSWER_IN_TIME, now)))
                .as(transaction::transactional);
    }

    /** Nothing can be said any more. */
    Mono<Void> drop(Turn turn, DropReason reason, Instant now) {
        return leased(turn, "status = 'dropped', due_at = NULL, token = '', leased_until = '-infinity'",
                statement -> statement)
                .then(outbox.append(AgentTurnDropped.of(turn, reason, now)))
                .as(transaction::transactional);
    }

    private Mono<Void> leased(Turn turn, String change, UnaryOperator<GenericExecuteSpec> binding) {
        return binding.apply(database.sql("UPDATE turns SET " + change + " WHERE id = :id AND leased_until = :lease")
                .bind("id", turn.id()).bind("lease", turn.leasedUntil())).fetch().rowsUpdated()
                .filter(updated -> updated == 1)
                .switchIfEmpty(Mono.error(lost(turn))).then();
    }

    private static Supplier<LostLeaseException> lost(Turn turn) {
        return () -> new LostLeaseException(turn.id());
    }

    private double leaseSeconds() {
        return properties.lease().toMillis() / 1_000.0;
    }

    private static Turn turn(Readable row) {
        return new Turn(required(row, "id", UUID.class), required(row, "conversation_id", UUID.class),
                required(row, "personality_id", UUID.class), new ServerId(required(row, "server_id", String.class)),
                required(row, "channel_id", String.class), required(row, "interaction_id", String.class),
                required(row, "token", String.class),
                Status.valueOf(required(row, "status", String.class).toUpperCase(ROOT)),
                row.get("reply", String.class), required(row, "sequence", Integer.class),
                required(row, "parts_sent", Integer.class), required(row, "asked_at", Instant.class),
                required(row, "attempts", Integer.class), required(row, "leased_until", OffsetDateTime.class));
    }

    private static String name(Status status) {
        return status.name().toLowerCase(ROOT);
    }
}
