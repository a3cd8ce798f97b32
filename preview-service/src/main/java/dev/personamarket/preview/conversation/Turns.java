package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Role;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptCompiler;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/**
 * The turns of conversations. Whoever takes one has a short lease on the conversation, and a number: what is done under
 * an older number than the newest has no effect.
 */
@Repository
class Turns {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final PreviewProperties limits;
    private final SessionProperties properties;

    Turns(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, PreviewProperties limits,
            SessionProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.limits = limits;
        this.properties = properties;
    }

    /** Begins a conversation by its first message. */
    Mono<Turn> begin(Owner owner, Persona persona, String message) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var started = new PreviewStarted(id, persona.personalityId(), persona.version(), owner.userId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return taken("""
                WITH begun AS (
                    INSERT INTO session (id, owner, personality_id, personality_version, prompt_hash, greeting,
                        messages, turn, answering_until)
                    VALUES (:id, :owner, :personality, :version, :hash, :greeting, 1, 1,
                        now() + make_interval(secs => :lease))
                    RETURNING id, turn, messages
                ), said AS (
                    INSERT INTO message (session_id, role, content) SELECT id, 'user', :message FROM begun
                    RETURNING position
                )
                SELECT turn, messages, position + 1 AS position, CAST(NULL AS text) AS unfinished FROM begun, said
                """, id, owner, persona).bind("greeting", persona.greeting()).bind("message", message)
                .map(row -> turn(row, id, owner, persona)).one().delayUntil(_ -> outbox.append(started))
                .map(turn -> turn.with(List.of(ChatMessage.user(message)))).as(transaction::transactional);
    }

    /**
     * Takes the next turn of a conversation; empty when it is not the caller's with this personality, has no message
     * left or is being answered.
     */
    Mono<Turn> resume(UUID id, Owner owner, Persona persona, String message) {
        return taken("""
                WITH begun AS (
                    UPDATE session SET turn = turn + 1, messages = messages + 1, continued = 0, last_said_at = now(),
                        personality_version = :version, prompt_hash = :hash,
                        answering_until = now() + make_interval(secs => :lease)
                    WHERE id = :id AND owner = :owner AND personality_id = :personality AND messages < :limit
                        AND last_said_at > now() - make_interval(secs => :life)
                        AND (answering_until IS NULL OR answering_until < now())
                    RETURNING id, turn, messages
                ), said AS (
                    INSERT INTO message (session_id, role, content) SELECT id, 'user', :message FROM begun
                    RETURNING position
                )
                SELECT turn, messages, position + 1 AS position, CAST(NULL AS text) AS unfinished FROM begun, said
                """, id, owner, persona).bind("limit", limits.messages(owner)).bind("life", properties.lifeSeconds())
                .bind("message", message).map(row -> turn(row, id, owner, persona)).one()
                .flatMap(turn -> said(id).map(turn::with));
    }

    /**
     * Takes the next turn to continue the last answer, or to give the one that the last message never got; empty when
     * there is nothing to continue in a conversation of the caller's with this personality, or not once more. The turn
     * that the last line was read in is compared, as the conversation may be given back and taken meanwhile.
     */
    Mono<Turn> goOn(UUID id, Owner owner, Persona persona) {
        return taken("""
                UPDATE session SET turn = turn + 1, continued = continued + 1, last_said_at = now(),
                    personality_version = :version, prompt_hash = :hash,
                    answering_until = now() + make_interval(secs => :lease)
                FROM (
                    SELECT turn AS seen, role = 'user' AS unanswered, position AS place, content, finish_reason
                    FROM message JOIN session ON id = session_id
                    WHERE session_id = :id ORDER BY position DESC LIMIT 1
                ) last
                WHERE id = :id AND owner = :owner AND personality_id = :personality AND turn = seen
                    AND continued < :continuations AND last_said_at > now() - make_interval(secs => :life)
                    AND (answering_until IS NULL OR answering_until < now())
                    AND (unanswered OR finish_reason IN ('stopped', 'failed', 'length'))
                RETURNING turn, messages, CASE WHEN unanswered THEN place + 1 ELSE place END AS position,
                    CASE WHEN unanswered THEN '' ELSE content END AS unfinished
                """, id, owner, persona).bind("continuations", properties.continuations())
                .bind("life", properties.lifeSeconds()).map(row -> turn(row, id, owner, persona)).one()
                .flatMap(turn -> said(id).map(turn::with));
    }

    private DatabaseClient.GenericExecuteSpec taken(String sql, UUID id, Owner owner, Persona persona) {
        return database.sql(sql).bind("id", id).bind("owner", owner.key())
                .bind("personality", persona.personalityId()).bind("version", persona.version())
                .bind("hash", PromptCompiler.hash(persona)).bind("lease", properties.leaseSeconds());
    }

    private Mono<List<ChatMessage>> said(UUID id) {
        return database.sql("SELECT role, content FROM message WHERE session_id = :id ORDER BY position")
                .bind("id", id)
                .map(row -> new ChatMessage("user".equals(row.get("role", String.class)) ? Role.USER : Role.ASSISTANT,
                        required(row, "content", String.class)))
                .all().collectList();
    }

    private Turn turn(Readable row, UUID id, Owner owner, Persona persona) {
        return new Turn(id, required(row, "turn", Integer.class), required(row, "position", Long.class),
                row.get("unfinished", String.class), owner.userId(), persona, List.of(),
                limits.remaining(owner, required(row, "messages", Integer.class)));
    }
}
