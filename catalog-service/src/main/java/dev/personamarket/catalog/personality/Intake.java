package dev.personamarket.catalog.personality;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.audit.Action;
import dev.personamarket.defaults.problems.FieldFault;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in many personalities at once that were written elsewhere. Their slug says which one each of them is. */
@Component
public class Intake {

    private record Decision(Outcome outcome, @Nullable Change change) {}

    private final Personalities personalities;
    private final Categories categories;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Intake(Personalities personalities, Categories categories, TransactionalOperator transactions, Clock clock) {
        this.personalities = personalities;
        this.categories = categories;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What makes content of a template, or fails with one 400 that names every fault; for the categories of now. */
    public Mono<Function<PersonalityTemplate, Content>> rules() {
        return categories.all().map(shelves -> template -> TemplateReader.read(template, shelves, null));
    }

    /**
     * Creates those whose slug is new, and revises those that say something else than before; what is equal to what is
     * served stays as it is, with the draft that somebody may be editing. One that is archived or deleted is not brought back.
     *
     * @return an outcome for each, in their order; all in one transaction
     */
    public Mono<List<Outcome>> take(List<Candidate> candidates) {
        return Flux.fromIterable(apart(candidates)).concatMap(this::takeDistinct).flatMapIterable(Function.identity())
                .collectList().as(transactions::transactional);
    }

    /** Cuts before each slug that comes again, since one statement cannot store the same personality twice. */
    private static List<List<Candidate>> apart(List<Candidate> candidates) {
        var runs = new ArrayList<List<Candidate>>();
        var slugs = new HashSet<String>();
        for (var candidate : candidates) {
            if (runs.isEmpty() || !slugs.add(candidate.slug())) {
                slugs = new HashSet<>(List.of(candidate.slug()));
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(candidate);
        }
        return runs;
    }

    private Mono<List<Outcome>> takeDistinct(List<Candidate> candidates) {
        return personalities.named(candidates.stream().map(Candidate::slug).toList()).collectList()
                .map(Intake::bySlug)
                .map(known -> candidates.stream().map(one -> decide(one, known.get(one.slug()))).toList())
                .flatMap(decisions -> store(decisions)
                        .thenReturn(decisions.stream().map(Decision::outcome).toList()));
    }

    private static Map<String, Personality> bySlug(List<Personality> known) {
        var bySlug = new HashMap<String, Personality>();
        known.forEach(one -> bySlug.merge(one.draft().slug(), one,
                (first, second) -> first.status().isGone() ? second : first));
        return bySlug;
    }

    private Mono<Void> store(List<Decision> decisions) {
        var changes = decisions.stream().map(Decision::change).filter(Objects::nonNull).toList();
        return changes.isEmpty() ? Mono.empty() : personalities.store(changes, Actor.MARKETPLACE);
    }

    private Decision decide(Candidate candidate, @Nullable Personality known) {
        if (known == null) {
            return new Decision(Outcome.Taken.CREATED, create(candidate));
        }
        if (known.status().isGone()) {
            return new Decision(new Outcome.Refused(
                    new FieldFault("slug",
                            "is that of a personality that is %s and would have to be restored first"
                                    .formatted(known.status().code()))),
                    null);
        }
        return known.says(candidate.content(), candidate.publish())
                ? new Decision(Outcome.Taken.UNCHANGED, null)
                : new Decision(Outcome.Taken.REVISED, revise(known, candidate));
    }

    private Change create(Candidate candidate) {
        var draft = Personality.draft(PersonalityId.next(), candidate.content(), null, clock.instant());
        return (candidate.publish() ? draft.then(one -> one.publish(clock.instant())) : draft).as(Action.IMPORT);
    }

    private Change revise(Personality known, Candidate candidate) {
        var revised = known.revise(candidate.content().withAvatar(known.draft().avatar()), clock.instant());
        return (candidate.publish() ? revised.then(one -> one.publish(clock.instant())) : revised).as(Action.IMPORT);
    }
}
