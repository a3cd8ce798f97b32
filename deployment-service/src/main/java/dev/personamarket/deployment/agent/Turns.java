package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.agent.AgentTurnRequested.Said;
import dev.personamarket.outbox.Outbox;
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
        return conversation(question)
                .flatMap(conversation -> insert(question, conversation).filter(inserted -> inserted == 1)
                        .flatMap(_ -> history(conversation))
                        .flatMap(history -> outbox.append(requested(question, conversation, history))))
                .as(transaction::transactional);
    }

    private Mono<UUID> conversation(Question question) {
        return database.sql("""
                INSERT INTO conversations (id, server_id, channel_id, personality_id)
                VALUES (:id, :server, :channel, :personality)
                ON CONFLICT (channel_id, personality_id) WHERE NOT forgotten
                DO UPDATE SET server_id = excluded.server_id RETURNING id
                """).bind("id", UuidCreator.getTimeOrderedEpoch()).bind("server", question.serverId().value())
                .bind("channel", question.channelId()).bind("personality", question.voice().personalityId())
                .mapValue(UUID.class).one();
    }

    private Mono<Long> insert(Question question, UUID conversation) {
        return database.sql("""
                INSERT INTO turns (id, conversation_id, personality_id, server_id, channel_id, interaction_id, token,
                    question, status, asked_at, due_at)
                VALUES (:id, :conversation, :personality, :server, :channel, :interaction, :token,
                    :question, 'asked', :askedAt, :dueAt)
                ON CONFLICT (interaction_id) DO NOTHING
                """).bind("id", question.turnId()).bind("conversation", conversation)
                .bind("personality", question.voice().personalityId()).bind("server", question.serverId().value())
                .bind("channel", question.channelId()).bind("interaction", question.interactionId())
                .bind("token", question.token()).bind("question", question.message())
                .bind("askedAt", question.askedAt()).bind("dueAt", endOfPatience(question)).fetch().rowsUpdated();
    }

    private Instant endOfPatience(Question question) {
        return question.askedAt().plus(properties.patience());
    }

    /** The newest that fit, oldest first. */
    private Mono<List<Said>> history(UUID conversation) {
        return database.sql("""
                SELECT question, reply FROM (
                    SELECT id, question, reply, sum(length(question) + length(reply)) OVER (ORDER BY id DESC) AS size
                    FROM turns WHERE conversation_id = :conversation AND status = 'answered'
                    ORDER BY id DESC LIMIT :limit
                ) newest WHERE size <= :size ORDER BY id
                """).bind("conversation", conversation).bind("limit", properties.remembered())
                .bind("size", HISTORY_LIMIT)
                .map(row -> List.of(new Said("user", required(row, "question", String.class)),
                        new Said("assistant", required(row, "reply", String.class))))
                .all().flatMapIterable(said -> said).collectList();
    }

    private AgentTurnRequested requested(Question question, UUID conversation, List<Said> history) {
        var voice = question.voice();
        return new AgentTurnRequested(conversation, question.turnId(), voice.personalityId(), voice.deploymentId(),
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
