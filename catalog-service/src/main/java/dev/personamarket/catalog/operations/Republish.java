package dev.personamarket.catalog.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.personality.PersonalityId;
import dev.personamarket.catalog.personality.Retelling;
import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.Console;
import dev.personamarket.defaults.operations.Patience;
import dev.personamarket.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * Appends the newest events of every personality that was ever published to the outbox, a batch in each transaction,
 * together with how far it has come. The running service sends them; while more wait than it should have before it,
 * this waits too.
 */
class Republish {

    /** What a catalogue of this size needs is appended though nobody sends it yet. */
    private static final int MOST_WAITING = 10_000;
    private static final int COUNTED = 10_000_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How far it has come: up to this id. */
    private record Done(UUID afterId, long personalities, @Nullable Instant finishedAt) {}

    /**
     * How it goes about it.
     *
     * @param batch    personalities in a transaction
     * @param patience how long to wait for the outbox to shrink at all
     */
    record Manner(int batch, int mostWaiting, Duration patience) {

        static final Manner USUAL = new Manner(500, MOST_WAITING, Duration.ofSeconds(60));
    }

    private final Retelling retelling;
    private final Outbox outbox;
    private final DatabaseClient database;
    private final Alone alone;
    private final TransactionalOperator transactions;
    private final Manner manner;

    Republish(Retelling retelling, Outbox outbox, DatabaseClient database, Alone alone,
            TransactionalOperator transactions, Manner manner) {
        this.retelling = retelling;
        this.outbox = outbox;
        this.database = database;
        this.alone = alone;
        this.transactions = transactions;
        this.manner = manner;
    }

    /**
     * Goes on where the last time was stopped, or begins anew.
     *
     * @return of how many personalities the events were appended, those of the last time included
     */
    Mono<Long> run(boolean anew, Console console) {
        return alone.run("republish", begin(anew).doOnNext(done -> goesOnFrom(done.personalities, console))
                .expand(done -> done.finishedAt == null ? step(done, console) : Mono.empty()).last()
                .map(Done::personalities));
    }

    private static void goesOnFrom(long personalities, Console console) {
        console.goesOnFrom(personalities);
        if (personalities > 0) {
            console.say("Goes on behind %,d personalities that were done before; --from-start begins anew",
                    personalities);
        }
    }

    private Mono<Done> begin(boolean anew) {
        return database.sql("""
                INSERT INTO republication AS known DEFAULT VALUES
                ON CONFLICT (one) DO UPDATE SET after_id = excluded.after_id, personalities = 0, finished_at = NULL
                WHERE :anew OR known.finished_at IS NOT NULL
                """).bind("anew", anew).then().then(database
                .sql("SELECT after_id, personalities, finished_at FROM republication").mapProperties(Done.class).one());
    }

    private Mono<Done> step(Done done, Console console) {
        return room().then(retelling.tellAgain(done.afterId, manner.batch)
                .flatMap(told -> keep(done, told)).as(transactions::transactional))
                .doOnNext(now -> console.progress(now.personalities, "%,d personalities".formatted(now.personalities)));
    }

    private Mono<Done> keep(Done done, List<PersonalityId> told) {
        var last = told.isEmpty() ? done.afterId : told.getLast().value();
        return database.sql("""
                UPDATE republication SET after_id = :last, personalities = personalities + :told,
                    finished_at = CASE WHEN :told = 0 THEN now() END
                RETURNING after_id, personalities, finished_at
                """).bind("last", last).bind("told", told.size()).mapProperties(Done.class).one();
    }

    private Mono<Long> room() {
        var patience = new Patience(manner.patience, waiting -> ("%,d events wait and nothing sends them: start "
                + "catalog-service, then run republish again, which goes on where it was").formatted(waiting));
        return Mono.defer(() -> outbox.waiting(COUNTED))
                .filter(waiting -> hasRoom(waiting, patience))
                .repeatWhenEmpty(Integer.MAX_VALUE, again -> again.delayElements(PAUSE));
    }

    private boolean hasRoom(long waiting, Patience patience) {
        if (waiting > manner.mostWaiting) {
            patience.see(waiting);
        }
        return waiting <= manner.mostWaiting;
    }
}
