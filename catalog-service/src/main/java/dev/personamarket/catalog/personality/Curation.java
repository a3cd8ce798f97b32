package dev.personamarket.catalog.personality;

import java.time.Clock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.audit.Action;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;

/** Everything that is done to personalities, whoever does it: admins and the samples alike. */
@Component
public class Curation {

    private final Personalities personalities;
    private final Versions versions;
    private final Categories categories;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Curation(Personalities personalities, Versions versions, Categories categories,
            TransactionalOperator transactions, Clock clock) {
        this.personalities = personalities;
        this.versions = versions;
        this.categories = categories;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates one and publishes it.
     *
     * @param avatar the hash of a kept face, if it has one
     */
    public Mono<PersonalityId> publishNew(PersonalityTemplate template, @Nullable String avatar, Actor actor) {
        return create(template, avatar, actor).flatMap(created -> publish(created.id(), Precondition.NONE, actor))
                .map(Personality::id);
    }

    public Mono<Personality> create(PersonalityTemplate template, @Nullable String avatar, Actor actor) {
        return draft(template, avatar, actor).flatMap(draft -> personalities.store(draft, actor))
                .as(transactions::transactional);
    }

    /** The same as {@link #create}, of what was made elsewhere. */
    Mono<Personality> bringIn(PersonalityTemplate template, @Nullable String avatar, Actor actor) {
        return draft(template, avatar, actor).map(draft -> draft.as(Action.IMPORT))
                .flatMap(draft -> personalities.store(draft, actor)).as(transactions::transactional);
    }

    private Mono<Change> draft(PersonalityTemplate template, @Nullable String avatar, Actor actor) {
        return shelves().map(shelves -> TemplateReader.read(template, shelves, null).withAvatar(avatar))
                .map(content -> Personality.draft(PersonalityId.next(), content, actor.id(), clock.instant()));
    }

    Mono<Personality> replace(PersonalityId id, Precondition expected, PersonalityTemplate template, Actor actor) {
        return shelves().flatMap(shelves -> change(id, expected, actor, personality -> personality
                .revise(TemplateReader.read(template, shelves, personality.draft()), clock.instant())))
                .as(transactions::transactional);
    }

    /**
     * Gives the draft another face, or none.
     *
     * @param avatar the hash of a kept face
     */
    public Mono<Personality> changeFace(PersonalityId id, Precondition expected, @Nullable String avatar,
            Actor actor) {
        return change(id, expected, actor, personality -> personality.show(avatar, clock.instant()));
    }

    Mono<Personality> publish(PersonalityId id, Precondition expected, Actor actor) {
        return change(id, expected, actor, personality -> personality.publish(clock.instant()));
    }

    Mono<Personality> archive(PersonalityId id, Precondition expected, Actor actor) {
        return change(id, expected, actor, personality -> personality.archive(clock.instant()));
    }

    Mono<Personality> delete(PersonalityId id, Precondition expected, Actor actor) {
        return change(id, expected, actor, personality -> personality.delete(clock.instant()));
    }

    /** @param slug the one to come back under, if not its own: another one may have that meanwhile, which is a 409 */
    Mono<Personality> restore(PersonalityId id, Precondition expected, @Nullable String slug, Actor actor) {
        if (slug != null && !Slug.isValid(slug)) {
            return Mono.error(Problem.invalid("slug", Slug.RULE));
        }
        return change(id, expected, actor, personality -> personality
                .restore(slug == null ? personality.draft().slug() : slug, clock.instant()));
    }

    /** Publishes what a version said once more, on its shelf if there still is one. Fails with a 404 if there is no such version. */
    Mono<Personality> rollBack(PersonalityId id, Precondition expected, int version, Actor actor) {
        return shelves().zipWith(versions.content(id, version)).flatMap(found -> change(id, expected, actor,
                personality -> rollBack(personality, found.getT2(), found.getT1())))
                .as(transactions::transactional);
    }

    private Change rollBack(Personality personality, Content old, Shelves shelves) {
        var shelf = shelves.find(old.category().slug()).orElse(personality.draft().category());
        return personality.rollBack(old.on(shelf), clock.instant());
    }

    /** As they stay until the end of the transaction. */
    private Mono<Shelves> shelves() {
        return categories.hold().then(categories.all());
    }

    private Mono<Personality> change(PersonalityId id, Precondition expected, Actor actor,
            Function<Personality, Change> verb) {
        return personalities.change(id, actor, personality -> verb.apply(expected.check(personality)));
    }
}
