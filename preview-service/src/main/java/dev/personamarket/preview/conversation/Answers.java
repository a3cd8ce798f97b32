package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.outbox.OutgoingEvent;
import reactor.core.publisher.Mono;

/**
 * The answers that this instance gives, as they are stored: now and then while they are under way, and when they end. An
 * answer whose conversation somebody else has taken, begun anew or forgotten is stored no more.
 */
@Repository
class Answers {

    private final Set<Answer> underWay = ConcurrentHashMap.newKeySet();
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final SessionProperties properties;

    Answers(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, SessionProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** From now on the answer is stored by {@link #save()}, and its conversation is kept from others. */
    void begin(Answer answer) {
        underWay.add(answer);
    }

    /** Its end is stored, or can never be. */
    void forget(Answer answer) {
        underWay.remove(answer);
    }

    /**
     * Stores how far all answers under way have come and prolongs their leases, by one statement however many there are.
     * Should this instance die, that much is in the history, as an answer that was stopped.
     */
    Mono<Void> save() {
        return Mono.defer(() -> underWay.isEmpty() ? Mono.empty() : save(List.copyOf(underWay)));
    }

    private Mono<Void> save(List<Answer> answers) {
        return database.sql("""
                WITH saved AS (
                    UPDATE session SET answering_until = now() + make_interval(secs => :lease)
                    FROM unnest(:ids, :turns, :positions, :texts) AS answer (session_id, number, place, said)
                    WHERE id = session_id AND turn = number AND answering_until IS NOT NULL
                    RETURNING session_id, place, said
                )
                INSERT INTO message (session_id, position, role, content, finish_reason)
                SELECT session_id, place, 'assistant', said, :stopped FROM saved WHERE said <> ''
                ON CONFLICT (session_id, position) DO UPDATE
                SET (content, finish_reason) = (excluded.content, excluded.finish_reason)
                WHERE message.content <> excluded.content
                """).bind("lease", properties.leaseSeconds()).bind("stopped", Answer.STOPPED)
                .bind("ids", each(answers, answer -> answer.turn().sessionId()).toArray(UUID[]::new))
                .bind("turns", each(answers, answer -> answer.turn().number()).toArray(Integer[]::new))
                .bind("positions", each(answers, answer -> answer.turn().position()).toArray(Long[]::new))
                .bind("texts", each(answers, Answer::whole).toArray(String[]::new)).then();
    }

    /** Keeps what the personality said, tells of it, and frees the conversation for the next message. */
    Mono<Void> end(Answer answer, String finishReason, OutgoingEvent event) {
        var turn = answer.turn();
        return ended(event, database.sql("""
                WITH ended AS (
                    UPDATE session SET answering_until = NULL, last_said_at = now()
                    WHERE id = :id AND turn = :turn RETURNING id
                )
                INSERT INTO message (session_id, position, role, content, finish_reason)
                SELECT id, :position, 'assistant', :text, :reason FROM ended WHERE :text <> ''
                ON CONFLICT (session_id, position) DO UPDATE
                SET (content, finish_reason, said_at) = (excluded.content, excluded.finish_reason, excluded.said_at)
                """).bind("id", turn.sessionId()).bind("turn", turn.number()).bind("position", turn.position())
                .bind("text", answer.whole()).bind("reason", finishReason));
    }

    /** Takes the turn back, as if it had not begun: nothing came of it, so neither message nor continuation counts. */
    Mono<Void> undo(Answer answer, OutgoingEvent event) {
        var turn = answer.turn();
        return ended(event, database.sql("""
                WITH ended AS (
                    UPDATE session SET answering_until = NULL,
                        messages = CASE WHEN :continues THEN messages ELSE messages - 1 END,
                        continued = CASE WHEN :continues THEN continued - 1 ELSE continued END
                    WHERE id = :id AND turn = :turn RETURNING id
                )
                DELETE FROM message USING ended
                WHERE session_id = ended.id AND position = :question AND NOT :continues
                """).bind("id", turn.sessionId()).bind("turn", turn.number())
                .bind("question", turn.position() - 1).bind("continues", turn.continues()));
    }

    private Mono<Void> ended(OutgoingEvent event, DatabaseClient.GenericExecuteSpec storing) {
        return storing.then().then(outbox.append(event)).as(transaction::transactional);
    }

    private static <T> Stream<T> each(List<Answer> answers, Function<Answer, T> column) {
        return answers.stream().map(column);
    }
}
