package dev.personamarket.catalog.card;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.catalog.avatar.Avatars;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Faces as cards carry them. */
@Component
class CardPictures {

    /** @param known the hash of a face that is kept already */
    record Face(Optional<String> known) {

        static final Face NONE = new Face(Optional.empty());
    }

    private final Avatars avatars;

    CardPictures(Avatars avatars) {
        this.avatars = avatars;
    }

    /** What can be used of the card's picture; what cannot is a warning. */
    Mono<Face> look(Candidate candidate) {
        var ours = NativeFields.of(candidate.card());
        if (ours == null || !ours.hasItsPicture(candidate.card())) {
            return fresh(candidate);
        }
        var hash = ours.avatar();
        return hash == null
                ? Mono.just(Face.NONE)
                : avatars.has(hash).flatMap(here -> here
                        ? Mono.just(new Face(Optional.of(hash)))
                        : fresh(candidate));
    }

    private static Mono<Face> fresh(Candidate candidate) {
        return Mono.just(Face.NONE);
    }

    /** The hash under which the face is kept; empty if there is none. */
    Mono<Optional<String>> keep(Face face) {
        return Mono.just(face.known());
    }

    /** A PNG of the personality's face, or of a drawn one. */
    Mono<byte[]> png(UUID personality, @Nullable String avatar) {
        return Mono.fromCallable(() -> Placeholder.png(personality)).subscribeOn(Schedulers.boundedElastic());
    }
}
