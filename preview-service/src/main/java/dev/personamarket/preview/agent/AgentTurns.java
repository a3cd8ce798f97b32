package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.outbox.OutgoingEvent;
import dev.personamarket.preview.model.ChatMessage;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.defaults.database.Column.required;

/**
 * The questions to deployed personalities, from when we hear of them until they have ended. Each ends once, and one event
 * tells of it.
 */
@Repository
class AgentTurns {

    private static final TypeReference<List<ChatMessage>> LINES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Outbox outbox;
    private final AgentProperties properties;

    AgentTurns(DatabaseClient database, JsonMapper json, Outbox outbox, AgentProperties properties) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Keeps the question for whoever has time to answer it, unless it is known already, as one that was dropped even. */
    Mono<Void> store(AgentTurnRequested event) {
        return database.sql("""
                INSERT INTO agent_turn (id, conversation_id, personality_id, personality_version, server_id, asked_by,
                    said, answer_by)
                VALUES (:id, :conversation, :personality, :version, :server, :asker, CAST(:said AS jsonb), :by)
                ON CONFLICT (id) DO NOTHING
                """).bind("id", event.turnId()).bind("conversation", event.conversationId())
                .bind("personality", event.personalityId()).bind("version", event.personalityVersion())
                .bind("server", event.serverId()).bind("asker", event.askedBy())
                .bind("said", json.writeValueAsString(event.said())).bind("by", event.answerBy()).then();
    }

    /** Ends the question without a word. One that is dropped before it is heard is noted, so that it does not begin. */
    Mono<Void> drop(AgentTurnDropped event) {
        return database.sql("""
                INSERT INTO agent_turn (id, conversation_id, personality_id, ended_at)
                VALUES (:id, :conversation, :personality, now())
                ON CONFLICT (id) DO UPDATE SET ended_at = now(), said = NULL WHERE agent_turn.ended_at IS NULL
                """).bind("id", event.turnId()).bind("conversation", event.conversationId())
                .bind("personality", event.personalityId()).then();
    }

    /** Takes the questions that have waited longest, of those that nobody answers; others take other ones meanwhile. */
    Flux<AgentTurn> take(int most) {
        return database.sql("""
                UPDATE agent_turn
                SET takes = takes + 1, leased_until = clock_timestamp() + make_interval(secs => :lease)
                WHERE id IN (
                    SELECT id FROM agent_turn WHERE ended_at IS NULL AND leased_until <= clock_timestamp()
                    ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING *, answer_by < clock_timestamp() AS late
                """).bind("most", most).bind("lease", seconds(properties.lease())).map(this::turn).all();
    }

    /** Prolongs the leases of these, by one statement however many there are; says which are still ours. */
    Flux<UUID> hold(Collection<AgentTurn> turns) {
        return lease(turns, properties.lease());
    }

    /** Leaves them to others at once. */
    Mono<Void> giveBack(Collection<AgentTurn> turns) {
        return lease(turns, Duration.ZERO).then();
    }

    private Flux<UUID> lease(Collection<AgentTurn> turns, Duration lease) {
        return database.sql("""
                UPDATE agent_turn SET leased_until = clock_timestamp() + make_interval(secs => :lease)
                FROM unnest(:ids, :numbers) AS held (turn_id, number)
                WHERE id = turn_id AND takes = number AND ended_at IS NULL RETURNING id
                """).bind("lease", seconds(lease))
                .bind("ids", turns.stream().map(AgentTurn::id).toArray(UUID[]::new))
                .bind("numbers", turns.stream().map(AgentTurn::number).toArray(Integer[]::new))
                .mapValue(UUID.class).all();
    }

    /**
     * Ends the question and tells of it, in the caller's transaction. Empty, and nothing is told, when it is not ours any
     * more.
     *
     * @param event made of the milliseconds since we first saw the question
     */
    Mono<Duration> end(AgentTurn turn, LongFunction<OutgoingEvent> event) {
        return database.sql("""
                UPDATE agent_turn SET ended_at = clock_timestamp(), said = NULL
                WHERE id = :id AND takes = :number AND ended_at IS NULL
                RETURNING CAST(extract(epoch FROM clock_timestamp() - stored_at) * 1000 AS bigint)
                """).bind("id", turn.id()).bind("number", turn.number()).mapValue(Long.class).one()
                .delayUntil(millis -> outbox.append(event.apply(millis))).map(Duration::ofMillis);
    }

    /** Forgets questions that ended long ago. */
    Mono<Long> forget() {
        return database.sql("DELETE FROM agent_turn WHERE ended_at < now() - make_interval(secs => :kept)")
                .bind("kept", seconds(properties.kept())).fetch().rowsUpdated();
    }

    private AgentTurn turn(Readable row) {
        return new AgentTurn(required(row, "id", UUID.class), required(row, "takes", Integer.class),
                required(row, "conversation_id", UUID.class), required(row, "personality_id", UUID.class),
                required(row, "personality_version", Integer.class), required(row, "server_id", String.class),
                required(row, "asked_by", UUID.class), required(row, "late", Boolean.class),
                json.readValue(required(row, "said", String.class), LINES));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
