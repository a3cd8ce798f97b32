package dev.personamarket.catalog.personality;

import java.time.Clock;
import java.util.UUID;
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
    public Mono<PersonalityId> publishNew(PersonalityTemplate template, @Nullable String avatar) {
        return create(template, avatar, null).flatMap(created -> publish(created.id(), Precondition.NONE))
                .map(Personality::id);
    }

    Mono<Personality> create(PersonalityTemplate template, @Nullable String avatar, @Nullable UUID creatorId) {
        return categories.all().map(shelves -> TemplateReader.read(template, shelves, null).withAvatar(avatar))
                .map(content -> Personality.draft(PersonalityId.next(), content, creatorId, clock.instant()))
                .flatMap(personalities::store);
    }

    Mono<Personality> replace(PersonalityId id, Precondition expected, PersonalityTemplate template) {
        return categories.all().flatMap(shelves -> change(id, expected, personality -> personality
                .revise(TemplateReader.read(template, shelves, personality.draft()), clock.instant())));
    }

    Mono<Personality> publish(PersonalityId id, Precondition expected) {
        return change(id, expected, personality -> personality.publish(clock.instant()));
    }

    Mono<Personality> archive(PersonalityId id, Precondition expected) {
        return change(id, expected, personality -> personality.archive(clock.instant()));
    }

    Mono<Personality> restore(PersonalityId id, Precondition expected) {
        return change(id, expected, personality -> personality.restore(clock.instant()));
    }

    private Mono<Personality> change(PersonalityId id, Precondition expected, Function<Personality, Change> verb) {
        return personalities.change(id, personality -> verb.apply(expected.check(personality)));
    }
}
