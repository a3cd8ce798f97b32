package dev.personamarket.catalog.category;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.audit.Action;
import dev.personamarket.catalog.audit.Difference;
import dev.personamarket.catalog.audit.Entry;
import dev.personamarket.catalog.audit.Trail;
import dev.personamarket.catalog.personality.Actor;
import dev.personamarket.catalog.personality.Category;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is done to categories: one at a time, each with its trace in the audit trail. */
@Component
class Librarian {

    private final Shelving shelving;
    private final Trail trail;
    private final TransactionalOperator transactions;
    private final JsonMapper json;
    private final Clock clock;

    Librarian(Shelving shelving, Trail trail, TransactionalOperator transactions, JsonMapper json, Clock clock) {
        this.shelving = shelving;
        this.trail = trail;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    Mono<Category> create(Category category, Actor actor) {
        return alone(refuseTaken(category.slug(), "").then(shelving.insert(category))
                .then(note(Action.CATEGORY_CREATE, category.slug(), actor, null, category)))
                .thenReturn(category);
    }

    /** Fails with a 404 if there is none of this slug, and with a 409 if the new slug leads to another one. */
    Mono<Category> rename(String slug, ShelfTemplate template, Actor actor) {
        return alone(get(slug).flatMap(present -> rename(present, template.read(present.slug()), actor)));
    }

    private Mono<Category> rename(Category present, Category renamed, Actor actor) {
        return present.equals(renamed)
                ? Mono.just(present)
                : refuseTaken(renamed.slug(), present.slug()).then(shelving.rename(present.slug(), renamed))
                        .then(note(Action.CATEGORY_RENAME, present.slug(), actor, present, renamed))
                        .thenReturn(renamed);
    }

    /** Fails with a 400 unless these are all that there are. */
    Mono<Void> order(List<String> slugs, Actor actor) {
        return alone(shelving.slugs().flatMap(present -> order(present, slugs, actor)));
    }

    private Mono<Void> order(List<String> present, List<String> slugs, Actor actor) {
        if (slugs.size() != present.size() || !new HashSet<>(slugs).equals(new HashSet<>(present))) {
            return Mono.error(Problem.invalid("slugs", "must name each category once: " + String.join(", ", present)));
        }
        return slugs.equals(present)
                ? Mono.empty()
                : shelving.order(slugs).then(trail.append(List.of(entry(Action.CATEGORY_ORDER, null, actor,
                        List.of(new Difference("order", json.valueToTree(present), json.valueToTree(slugs)))))));
    }

    /** Fails with a 404 if there is none of the slug, and with a 400 if there is no other one to merge it into. */
    Mono<Category> merge(String slug, String into, Actor actor) {
        return alone(get(slug).zipWhen(_ -> shelving.find(into).filter(target -> !target.slug().equals(slug))
                .switchIfEmpty(Mono.error(() -> Problem.invalid("into", "must be the slug of another category"))))
                .flatMap(both -> shelving.merge(slug, into)
                        .then(note(Action.CATEGORY_MERGE, slug, actor, both.getT1(), both.getT2()))
                        .thenReturn(both.getT2())));
    }

    /** Fails with a 409 while anything stands on it, deleted personalities included: they may be restored. */
    Mono<Void> delete(String slug, Actor actor) {
        return alone(get(slug).delayUntil(_ -> shelving.isEmpty(slug).filter(empty -> empty)
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.CONFLICT, "category-not-empty",
                        "Personalities are in this category. Merge it into another one."))))
                .flatMap(category -> shelving.delete(slug)
                        .then(note(Action.CATEGORY_DELETE, slug, actor, category, null))));
    }

    private Mono<Category> get(String slug) {
        return shelving.find(slug).switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND,
                "category-not-found", "There is no such category.")));
    }

    private Mono<Void> refuseTaken(String slug, String exceptBy) {
        return shelving.isTaken(slug, exceptBy).flatMap(taken -> taken
                ? Mono.error(Problem.of(HttpStatus.CONFLICT, "slug-taken",
                        "Another category has or had the slug \"%s\".".formatted(slug)))
                : Mono.empty());
    }

    private Mono<Void> note(Action action, String slug, Actor actor, @Nullable Category before,
            @Nullable Category after) {
        var changes = Difference.between(view(before), view(after));
        return trail.append(List.of(entry(action, slug, actor, changes)));
    }

    private JsonNode view(@Nullable Category state) {
        return state == null ? json.createObjectNode() : json.valueToTree(state);
    }

    private Entry entry(Action action, @Nullable String slug, Actor actor, List<Difference> changes) {
        return new Entry(clock.instant(), actor.id(), actor.name(), action, null, slug, changes);
    }

    private <T> Mono<T> alone(Mono<T> deed) {
        return shelving.close().then(deed).as(transactions::transactional);
    }
}
