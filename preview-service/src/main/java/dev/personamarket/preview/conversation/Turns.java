package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.budget.Claim;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Prompt;
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
    private final Outbox outbox;
    private final Budgets budgets;
    private final PreviewProperties limits;
    private final SessionProperties properties;

    Turns(DatabaseClient database, Outbox outbox, Budgets budgets, PreviewProperties limits,
            SessionProperties properties) {
        this.database = database;
        this.outbox = outbox;
        this.budgets = budgets;
        this.limits = limits;
        this.properties = properties;
    }

    /** A conversation that is to begin by its first message. */
    Turn first(Owner owner, Persona persona, String message) {
        return Turn.first(UuidCreator.getTimeOrderedEpoch(), owner, persona, message, limits.remaining(owner, 1));
    }

    /**
     * Begins a conversation and reserves what its first answer takes. One statement: somebody waits for the first word,
     * and a transaction of several would be a journey to the database for each.
     */
    Mono<Answer> begin(Turn turn, Owner owner, Prompt prompt) {
        return Mono.defer(() -> {
            var claim = budgets.claim(List.of(owner.budget()), turn.persona().personalityId(), prompt);
            return claim.bind(beginning(turn, owner)).map(row -> new Answer(
                    turn.at(required(row, "position", Long.class)), prompt, claim.reservation(row))).one()
                    .onErrorMap(claim::explained);
        }).doOnSuccess(_ -> outbox.wake());
    }

    private DatabaseClient.GenericExecuteSpec beginning(Turn turn, Owner owner) {
        return outbox.bind(PreviewStarted.of(turn), taken("""
                WITH begun AS (
                    INSERT INTO session (id, owner, personality_id, personality_version, prompt_hash, greeting,
                        messages, turn, answering_until)
                    VALUES (:id, :owner, :personality, :version, :hash, :greeting, 1, 1,
                        now() + make_interval(secs => :lease))
                ), said AS (
                    INSERT INTO message (session_id, role, content) VALUES (:id, 'user', :message) RETURNING position
                ), %s
                SELECT position + 1 AS position, %s FROM said
                """.formatted(Outbox.TOLD, Claim.COLUMNS), turn.sessionId(), owner, turn.persona()))
                .bind("greeting", turn.persona().greeting()).bind("message", turn.said().getLast().content());
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
