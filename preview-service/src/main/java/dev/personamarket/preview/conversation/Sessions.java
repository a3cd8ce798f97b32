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
import dev.personamarket.outbox.OutgoingEvent;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Role;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptCompiler;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static java.util.Objects.requireNonNull;

/** The conversations as they are stored; all that an instance knows of one is here. */
@Repository
class Sessions {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final PreviewProperties properties;

    Sessions(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, PreviewProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Begins a conversation by its first message. */
    Mono<Turn> begin(Owner owner, Persona persona, String message) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var started = new PreviewStarted(id, persona.personalityId(), persona.version(), owner.userId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return database.sql("""
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
                SELECT turn, messages, position FROM begun, said
                """).bind("id", id).bind("owner", owner.key()).bind("personality", persona.personalityId())
                .bind("version", persona.version()).bind("hash", PromptCompiler.hash(persona))
                .bind("greeting", persona.greeting()).bind("lease", lease()).bind("message", message)
                .map(row -> turn(row, id, owner, persona)).one().delayUntil(_ -> outbox.append(started))
                .map(turn -> turn.with(List.of(ChatMessage.user(message)))).as(transaction::transactional);
    }

    /**
     * Takes the next turn of a conversation; empty when it is not the caller's with this personality, has no message
     * left or is being answered.
     */
    Mono<Turn> resume(UUID id, Owner owner, Persona persona, String message) {
        return database.sql("""
                WITH begun AS (
                    UPDATE session SET turn = turn + 1, messages = messages + 1, personality_version = :version,
                        prompt_hash = :hash, answering_until = now() + make_interval(secs => :lease)
                    WHERE id = :id AND owner = :owner AND personality_id = :personality AND messages < :limit
                        AND (answering_until IS NULL OR answering_until < now())
                    RETURNING id, turn, messages
                ), said AS (
                    INSERT INTO message (session_id, role, content) SELECT id, 'user', :message FROM begun
                    RETURNING position
                )
                SELECT turn, messages, position FROM begun, said
                """).bind("id", id).bind("owner", owner.key()).bind("personality", persona.personalityId())
                .bind("version", persona.version()).bind("hash", PromptCompiler.hash(persona))
                .bind("limit", properties.messages(owner)).bind("lease", lease()).bind("message", message)
                .map(row -> turn(row, id, owner, persona)).one()
                .flatMap(turn -> said(id).map(turn::with));
    }

    /** Keeps what the personality said, tells of it, and frees the conversation for the next message. */
    Mono<Void> end(Turn turn, String text, String finishReason, OutgoingEvent event) {
        return database.sql("""
                WITH ended AS (
                    UPDATE session SET answering_until = NULL WHERE id = :id AND turn = :turn RETURNING id
                )
                INSERT INTO message (session_id, role, content, finish_reason)
                SELECT id, 'assistant', :text, :reason FROM ended WHERE :text <> ''
                """).bind("id", turn.sessionId()).bind("turn", turn.number()).bind("text", text)
                .bind("reason", finishReason).then().then(outbox.append(event)).as(transaction::transactional);
    }

    /** Takes the message back, as if it had not been said: nothing came of it and it does not count. */
    Mono<Void> undo(Turn turn, OutgoingEvent event) {
        return database.sql("""
                WITH ended AS (
                    UPDATE session SET answering_until = NULL, messages = messages - 1
                    WHERE id = :id AND turn = :turn RETURNING id
                )
                DELETE FROM message USING ended WHERE session_id = ended.id AND position = :position
                """).bind("id", turn.sessionId()).bind("turn", turn.number()).bind("position", turn.position()).then()
                .then(outbox.append(event)).as(transaction::transactional);
    }

    /** The conversation as its owner sees it; empty for anybody else. */
    Mono<Conversation> find(UUID id, Owner owner) {
        return database.sql("""
                SELECT personality_id, personality_version, prompt_hash, messages, answering_until > now(), greeting,
                    started_at FROM session WHERE id = :id AND owner = :owner
                """).bind("id", id).bind("owner", owner.key())
                .map(row -> Conversation.from(row, id, properties.messages(owner))).one()
                .flatMap(conversation -> lines(id).map(conversation::with));
    }

    /** Forgets the conversation; false when it is not the caller's. An answer under way is stored no more. */
    Mono<Boolean> delete(UUID id, Owner owner) {
        return database.sql("DELETE FROM session WHERE id = :id AND owner = :owner").bind("id", id)
                .bind("owner", owner.key()).fetch().rowsUpdated().map(deleted -> deleted > 0);
    }

    private Mono<List<ChatMessage>> said(UUID id) {
        return database.sql("SELECT role, content FROM message WHERE session_id = :id ORDER BY position")
                .bind("id", id).map(row -> new ChatMessage("user".equals(row.get(0, String.class))
                        ? Role.USER
                        : Role.ASSISTANT, requireNonNull(row.get(1, String.class))))
                .all().collectList();
    }

    private Mono<List<Conversation.Line>> lines(UUID id) {
        return database.sql("""
                SELECT role, content, said_at, finish_reason FROM message WHERE session_id = :id ORDER BY position
                """).bind("id", id).map(Conversation.Line::from).all().collectList();
    }

    private Turn turn(Readable row, UUID id, Owner owner, Persona persona) {
        var used = requireNonNull(row.get(1, Integer.class));
        return new Turn(id, requireNonNull(row.get(0, Integer.class)), requireNonNull(row.get(2, Long.class)),
                owner.userId(), persona, List.of(), properties.messages(owner) - used);
    }

    private double lease() {
        return properties.answerLease().toMillis() / 1_000.0;
    }
}
