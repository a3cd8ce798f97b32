package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import dev.personamarket.outbox.Outbox;
import reactor.core.publisher.Mono;

/** Tells again how personalities stand, to whoever was not there when it happened. */
@Component
public class Retelling {

    private final Personalities personalities;
    private final DatabaseClient database;
    private final Outbox outbox;

    Retelling(Personalities personalities, DatabaseClient database, Outbox outbox) {
        this.personalities = personalities;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Appends the newest events of some that were ever published to the outbox, in the caller's transaction, until
     * whose end nobody changes them: an older event must not come behind a newer one, which a compacted topic would
     * then forget.
     *
     * @param after where the time before ended
     * @return whose events they are, in the order of their ids; none after the last
     */
    public Mono<List<PersonalityId>> tellAgain(UUID after, int atMost) {
        return database.sql("""
                SELECT id FROM personality WHERE id > :after AND version IS NOT NULL ORDER BY id LIMIT :most FOR UPDATE
                """).bind("after", after).bind("most", atMost).mapValue(UUID.class).all().map(PersonalityId::new)
                .collectList()
                .delayUntil(ids -> personalities.read(ids).flatMapIterable(Personality::newestEvents).collectList()
                        .flatMap(outbox::append));
    }
}
