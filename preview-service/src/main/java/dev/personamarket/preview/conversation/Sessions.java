package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import io.r2dbc.spi.Parameters;
import reactor.core.publisher.Mono;

/** The conversations as their owners see them. To anybody else, and once they have expired, there are none. */
@Repository
class Sessions {

    /** So many at most are forgotten by one statement, which is then over in milliseconds. */
    private static final int PORTION = 500;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Personas personas;
    private final PreviewProperties limits;
    private final SessionProperties properties;

    Sessions(DatabaseClient database, TransactionalOperator transaction, Personas personas, PreviewProperties limits,
            SessionProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.personas = personas;
        this.limits = limits;
        this.properties = properties;
    }

    /** At most {@code limit} of the owner's conversations after the cursor, the one that was used last first. */
    Mono<ConversationPage> page(Owner owner, SessionCursor after, int limit) {
        var personality = after.personalityId();
        return database.sql("""
                SELECT id, personality_id, personality_version, messages, started_at, last_said_at,
                    coalesce(answering_until > now(), false) AS answering,
                    left(coalesce((SELECT content FROM message WHERE session_id = id ORDER BY position DESC LIMIT 1),
                        greeting), 120) AS last_line
                FROM session
                WHERE owner = :owner AND last_said_at > now() - make_interval(secs => :life)
                    AND personality_id = coalesce(:personality, personality_id) AND (last_said_at, id) < (:time, :id)
                ORDER BY last_said_at DESC, id DESC LIMIT :limit
                """).bind("owner", owner.key()).bind("life", properties.lifeSeconds())
                .bind("personality", personality == null ? Parameters.in(UUID.class) : personality)
                .bind("time", after.lastSaidAt()).bind("id", after.id()).bind("limit", limit + 1)
                .map(row -> ConversationCard.from(row, owner, limits)).all().collectList()
                .map(oneMore -> ConversationPage.of(oneMore, limit, after));
    }

    /** The conversation as its owner sees it; empty for anybody else. */
    Mono<Conversation> find(UUID id, Owner owner) {
        return database.sql("""
                SELECT personality_id, personality_version, prompt_hash, messages, answering_until > now(), greeting,
                    started_at
                FROM session
                WHERE id = :id AND owner = :owner AND last_said_at > now() - make_interval(secs => :life)
                """).bind("id", id).bind("owner", owner.key()).bind("life", properties.lifeSeconds())
                .map(row -> Conversation.from(row, id, said -> limits.remaining(owner, said))).one()
                .flatMap(conversation -> lines(id).map(conversation::with));
    }

    /**
     * Empties the conversation and opens it by the greeting of the newest version; an answer under way is stored no more.
     * Empty when it is not the caller's; fails when the personality no longer speaks.
     */
    Mono<Conversation> restart(UUID id, Owner owner) {
        return find(id, owner).flatMap(found -> personas.speaking(found.personalityId()))
                .flatMap(persona -> restart(id, owner, persona)).flatMap(_ -> find(id, owner));
    }

    /** Two statements: the second one sees what others have stored before the first one got hold of the conversation. */
    private Mono<Long> restart(UUID id, Owner owner, Persona persona) {
        return database.sql("""
                UPDATE session SET turn = turn + 1, messages = 0, continued = 0, answering_until = NULL,
                    personality_version = :version, prompt_hash = :hash, greeting = :greeting, started_at = now(),
                    last_said_at = now()
                WHERE id = :id AND owner = :owner
                """).bind("id", id).bind("owner", owner.key()).bind("version", persona.version())
                .bind("hash", PromptCompiler.hash(persona)).bind("greeting", persona.greeting()).fetch().rowsUpdated()
                .filter(updated -> updated > 0)
                .delayUntil(_ -> database.sql("DELETE FROM message WHERE session_id = :id").bind("id", id).then())
                .as(transaction::transactional);
    }

    /** Forgets the conversation; false when it is not the caller's. An answer under way is stored no more. */
    Mono<Boolean> delete(UUID id, Owner owner) {
        return database.sql("""
                DELETE FROM session
                WHERE id = :id AND owner = :owner AND last_said_at > now() - make_interval(secs => :life)
                """).bind("id", id).bind("owner", owner.key()).bind("life", properties.lifeSeconds()).fetch()
                .rowsUpdated().map(deleted -> deleted > 0);
    }

    /** Forgets all that have expired, portion by portion; instances that do so at once take different ones. */
    Mono<Void> forgetExpired() {
        return forgetSome().expand(forgotten -> forgotten < PORTION ? Mono.empty() : forgetSome()).then();
    }

    private Mono<Long> forgetSome() {
        return database.sql("""
                DELETE FROM session WHERE id IN (
                    SELECT id FROM session WHERE last_said_at <= now() - make_interval(secs => :life)
                    ORDER BY last_said_at LIMIT :portion FOR UPDATE SKIP LOCKED)
                """).bind("life", properties.lifeSeconds()).bind("portion", PORTION).fetch().rowsUpdated();
    }

    private Mono<List<Conversation.Line>> lines(UUID id) {
        return database.sql("""
                SELECT role, content, said_at, finish_reason FROM message WHERE session_id = :id ORDER BY position
                """).bind("id", id).map(Conversation.Line::from).all().collectList();
    }
}
