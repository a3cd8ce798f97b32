package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.agent.AgentTurnRequested.Said;
import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** What was asked, and what is remembered of it. A question and its event are stored here, in one transaction. */
@Repository
class Turns {

    /** All that is remembered together, in UTF-16 units: more than a prompt has room for. */
    private static final int HISTORY_LIMIT = 24_000;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final AgentProperties properties;

    Turns(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, AgentProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Stores the question and tells of it, once however often Discord delivers it. */
    Mono<Void> ask(Question question) {
        return store(question).collectList().filter(lines -> !lines.isEmpty())
                .flatMap(lines -> outbox.append(requested(question, lines)))
                .as(transaction::transactional);
    }

    /** A question that was stored, with one of those that were answered before it, if any. */
    private record Line(UUID conversation, @Nullable String question, @Nullable String reply) {

        static Line read(Readable row) {
            return new Line(required(row, "conversation_id", UUID.class), row.get("question", String.class),
                    row.get("reply", String.class));
        }

        Stream<Said> said() {
            return question == null || reply == null
                    ? Stream.empty()
                    : Stream.of(new Said("user", question), new Said("assistant", reply));
        }
    }

    /** By one statement, since somebody waits; empty when it was stored before. What is remembered comes oldest first. */
    private Flux<Line> store(Question question) {
        return database.sql("""
                WITH conversation AS (
                    INSERT INTO conversations (id, server_id, channel_id, personality_id)
                    VALUES (:conversation, :server, :channel, :personality)
                    ON CONFLICT (channel_id, personality_id) WHERE NOT forgotten
                    DO UPDATE SET server_id = excluded.server_id RETURNING id
                ), asked AS (
                    INSERT INTO turns (id, conversation_id, personality_id, server_id, channel_id, interaction_id,
                        token, question, status, asked_at, due_at)
                    SELECT :id, id, :personality, :server, :channel, :interaction, :token, :question, 'asked',
                        :askedAt, :dueAt FROM conversation
                    ON CONFLICT (interaction_id) DO NOTHING RETURNING conversation_id
                ), newest AS (
                    SELECT t.id, t.question, t.reply,
                        sum(length(t.question) + length(t.reply)) OVER (ORDER BY t.id DESC) AS size
                    FROM turns t JOIN asked USING (conversation_id) WHERE t.status = 'answered'
                    ORDER BY t.id DESC LIMIT :limit
                )
                SELECT conversation_id, newest.question, newest.reply
                FROM asked LEFT JOIN newest ON size <= :size ORDER BY newest.id
                """).bind("conversation", UuidCreator.getTimeOrderedEpoch())
                .bind("server", question.serverId().value()).bind("channel", question.channelId())
                .bind("personality", question.voice().personalityId()).bind("id", question.turnId())
                .bind("interaction", question.interactionId()).bind("token", question.token())
                .bind("question", question.message()).bind("askedAt", question.askedAt())
                .bind("dueAt", endOfPatience(question)).bind("limit", properties.remembered())
                .bind("size", HISTORY_LIMIT).map(Line::read).all();
    }

    private Instant endOfPatience(Question question) {
        return question.askedAt().plus(properties.patience());
    }

    private AgentTurnRequested requested(Question question, List<Line> lines) {
        var voice = question.voice();
        var history = lines.stream().flatMap(Line::said).toList();
        return new AgentTurnRequested(lines.getFirst().conversation(), question.turnId(), voice.personalityId(),
                voice.deploymentId(),
                voice.version(), question.serverId(), question.askedBy(), question.message(), history,
                question.askedAt(), endOfPatience(question));
    }

    /** Forgets what was said in a channel; what is being answered still gets its answer. */
    Mono<Void> forget(String channelId) {
        return database.sql("""
                WITH ended AS (
                    UPDATE conversations SET forgotten = true WHERE channel_id = :channel AND NOT forgotten RETURNING id
                )
                UPDATE turns SET question = '', reply = NULL FROM ended
                WHERE conversation_id = ended.id AND due_at IS NULL
                """).bind("channel", channelId).then();
    }

    /**
     * Forgets what is too old, too much, or of conversations and agents that are no more. Nothing goes within the time in
     * which Discord could deliver it again.
     */
    Mono<Void> tidy() {
        return Flux.just("""
                UPDATE conversations c SET forgotten = true WHERE NOT forgotten AND NOT EXISTS (SELECT FROM agents a
                    WHERE a.server_id = c.server_id AND a.personality_id = c.personality_id)
                """, """
                DELETE FROM turns USING conversations c
                WHERE conversation_id = c.id AND due_at IS NULL AND c.forgotten
                    AND asked_at < now() - interval '15 minutes'
                """, """
                DELETE FROM turns USING (
                    SELECT id, row_number() OVER (PARTITION BY conversation_id ORDER BY id DESC) AS place FROM turns
                ) newest
                WHERE turns.id = newest.id AND due_at IS NULL AND asked_at < now() - interval '15 minutes'
                    AND (place > %d OR asked_at < now() - interval '%d seconds')
                """.formatted(properties.remembered(), properties.memory().toSeconds()), """
                DELETE FROM conversations c
                WHERE forgotten AND NOT EXISTS (SELECT FROM turns WHERE conversation_id = c.id)
                """).concatMap(statement -> database.sql(statement).then()).then();
    }
}
