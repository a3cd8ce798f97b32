package dev.personamarket.catalog.card;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.card.CardReport.Made;
import dev.personamarket.catalog.personality.Actor;
import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.Draft;
import dev.personamarket.catalog.personality.Drafts;
import dev.personamarket.catalog.personality.FreeSlug;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Makes drafts of cards. Each card is for itself: a personality, its face and its card are stored together or not at
 * all, and what is wrong with one file is no matter to the next.
 */
@Component
class CardImport {

    /** What somebody sent. */
    record Upload(String file, byte[] bytes) {}

    /** @param refusal what kind of refusal the errors are, if there are any */
    record Outcome(CardReport report, Optional<Refusal.Kind> refusal) {}

    /** How often somebody else may take the same slug between our look and our write. */
    private static final int MOST_RACES = 3;

    private final Drafts drafts;
    private final ImportedCards cards;
    private final CardPictures pictures;
    private final TransactionalOperator transactions;

    CardImport(Drafts drafts, ImportedCards cards, CardPictures pictures, TransactionalOperator transactions) {
        this.drafts = drafts;
        this.cards = cards;
        this.pictures = pictures;
        this.transactions = transactions;
    }

    /**
     * Takes one file after the other, so that only one is in memory.
     *
     * @param dryRun whether to write nothing and tell what would happen
     */
    Mono<List<Outcome>> take(Flux<Mono<Upload>> uploads, boolean dryRun, Actor actor) {
        var slugs = new HashSet<String>();
        return uploads.concatMap(upload -> upload.flatMap(each -> take(each, dryRun, slugs, actor)), 1).collectList();
    }

    private Mono<Outcome> take(Upload upload, boolean dryRun, Set<String> slugs, Actor actor) {
        var findings = new Findings();
        return shelves().publishOn(Schedulers.boundedElastic())
                .map(shelves -> read(upload, shelves, findings))
                .flatMap(candidate -> take(candidate, dryRun, slugs, actor)
                        .onErrorResume(CardImport::isTheirs, error -> Mono.just(refused(upload, candidate.card().spec(),
                                findings, error))))
                .onErrorResume(CardImport::isTheirs, error -> Mono.just(refused(upload, null, findings, error)));
    }

    private Mono<TagShelves> shelves() {
        return Mono.zip(cards.shelvesByTag(), drafts.shelves(), TagShelves::new);
    }

    private static Candidate read(Upload upload, TagShelves shelves, Findings findings) {
        var card = CardReader.read(upload.bytes());
        Edition.check(card, findings);
        Leftovers.report(card, findings);
        var template = new CardMapping(card, shelves, findings).template();
        return new Candidate(upload.file(), card, template, Icon.of(card, findings), findings);
    }

    private Mono<Outcome> take(Candidate candidate, boolean dryRun, Set<String> slugs, Actor actor) {
        return drafts.freeSlug(candidate.template().slug(), candidate.template().name(), slugs)
                .flatMap(free -> drafts.check(candidate.template().at(free.slug()))
                        .flatMap(content -> dryRun ? predict(candidate, content) : store(candidate, content, actor))
                        .doOnNext(_ -> tell(candidate, free, slugs)))
                .retryWhen(Retry.max(MOST_RACES).filter(CardImport::isSlugTaken))
                .map(made -> new Outcome(CardReport.made(candidate.file(), candidate.card().spec(),
                        candidate.findings(), made), Optional.empty()));
    }

    private static void tell(Candidate candidate, FreeSlug free, Set<String> slugs) {
        slugs.add(free.slug());
        if (!free.slug().equals(free.wanted())) {
            candidate.findings()
                    .warn("The slug \"%s\" is not free: it is \"%s\".".formatted(free.wanted(), free.slug()));
        }
    }

    private Mono<Made> predict(Candidate candidate, Content content) {
        return pictures.look(candidate).thenReturn(new Made(null, content.slug(), content.name()));
    }

    private Mono<Made> store(Candidate candidate, Content content, Actor actor) {
        return pictures.look(candidate).flatMap(face -> pictures.keep(face)
                .flatMap(hash -> drafts.bringIn(candidate.template().at(content.slug()), hash.orElse(null), actor))
                .flatMap(draft -> cards.keep(draft.id(), imported(candidate, draft)).thenReturn(draft))
                .as(transactions::transactional))
                .map(draft -> new Made(draft.id(), draft.content().slug(), draft.content().name()));
    }

    private static ImportedCard imported(Candidate candidate, Draft draft) {
        return new ImportedCard(candidate.card().spec(), candidate.file(), candidate.card().raw(),
                CardWriter.fields(draft));
    }

    private static boolean isTheirs(Throwable error) {
        return error instanceof Refusal
                || error instanceof Problem problem && problem.getStatusCode().is4xxClientError();
    }

    private static boolean isSlugTaken(Throwable error) {
        return error instanceof Problem problem && problem.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT);
    }

    private static Outcome refused(Upload upload, @Nullable CardSpec spec, Findings findings, Throwable error) {
        var kind = error instanceof Refusal refusal ? refusal.kind() : Refusal.Kind.INVALID;
        var errors = error instanceof Problem problem
                ? CardFaults.of(problem)
                : List.of(String.valueOf(error.getMessage()));
        return new Outcome(CardReport.refused(upload.file(), spec, findings, errors), Optional.of(kind));
    }
}
