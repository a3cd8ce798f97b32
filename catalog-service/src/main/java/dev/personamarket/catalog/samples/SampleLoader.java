package dev.personamarket.catalog.samples;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.avatar.Avatars;
import dev.personamarket.catalog.personality.Actor;
import dev.personamarket.catalog.personality.Categories;
import dev.personamarket.catalog.personality.Curation;
import dev.personamarket.catalog.personality.PersonalityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fills an empty catalogue with the samples, on the way that an admin's personalities take, so that their events flow.
 * All in one transaction: who is killed on the way leaves an empty catalogue, and who starts at the same time waits and
 * then finds a full one.
 */
@Component
class SampleLoader {

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final SampleFiles files;
    private final Categories categories;
    private final Avatars avatars;
    private final Curation curation;

    SampleLoader(DatabaseClient database, TransactionalOperator transactions, SampleFiles files, Categories categories,
            Avatars avatars, Curation curation) {
        this.database = database;
        this.transactions = transactions;
        this.files = files;
        this.categories = categories;
        this.avatars = avatars;
        this.curation = curation;
    }

    /** How many were published: none, if there was anything in the catalogue. */
    Mono<Long> load() {
        return waitForOthers().then(isEmpty()).filter(empty -> empty).flatMap(_ -> samples())
                .flatMapMany(samples -> openCategories(samples).thenMany(publish(samples)))
                .count().as(transactions::transactional);
    }

    private Mono<Void> waitForOthers() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('samples'))").then();
    }

    private Mono<Boolean> isEmpty() {
        return database.sql("SELECT NOT EXISTS (SELECT FROM personality)").mapValue(Boolean.class).one();
    }

    private Mono<List<Sample>> samples() {
        return Mono.fromCallable(files::read).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Void> openCategories(List<Sample> samples) {
        return Flux.fromIterable(samples).map(Sample::category).distinct().concatMap(categories::open).then();
    }

    private Flux<PersonalityId> publish(List<Sample> samples) {
        return Flux.fromIterable(samples).concatMap(sample -> sample.face().isEmpty()
                ? curation.publishNew(sample.template(), null, Actor.MARKETPLACE)
                : avatars.keep(sample.face())
                        .flatMap(face -> curation.publishNew(sample.template(), face, Actor.MARKETPLACE)));
    }
}
