package dev.personamarket.catalog.personality;

import java.time.Clock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Everything that is done to personalities, whoever does it: admins and the samples alike. */
@Component
public class Curation {

    private final Personalities personalities;
    private final Categories categories;
    private final Clock clock;

    Curation(Personalities personalities, Categories categories, Clock clock) {
        this.personalities = personalities;
        this.categories = categories;
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
        return categories.all().map(shelves -> TemplateReader.read(template, shelves, null).withAvatar(avatar))
                .map(content -> Personality.draft(PersonalityId.next(), content, actor.id(), clock.instant()))
                .flatMap(draft -> personalities.store(draft, actor));
    }

    Mono<Personality> replace(PersonalityId id, Precondition expected, PersonalityTemplate template, Actor actor) {
        return categories.all().flatMap(shelves -> change(id, expected, actor, personality -> personality
                .revise(TemplateReader.read(template, shelves, personality.draft()), clock.instant())));
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

    Mono<Personality> restore(PersonalityId id, Precondition expected, Actor actor) {
        return change(id, expected, actor, personality -> personality.restore(clock.instant()));
    }

    private Mono<Personality> change(PersonalityId id, Precondition expected, Actor actor,
            Function<Personality, Change> verb) {
        return personalities.change(id, actor, personality -> verb.apply(expected.check(personality)));
    }
}
