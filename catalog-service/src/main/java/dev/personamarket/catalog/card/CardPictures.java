package dev.personamarket.catalog.card;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.catalog.avatar.Avatars;
import dev.personamarket.catalog.avatar.Png;
import dev.personamarket.catalog.avatar.Portraits;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;

/** Faces as cards carry them. */
@Component
class CardPictures {

    private static final int EDGE = 512;

    /**
     * @param known the hash of a face that is kept already
     * @param fresh the pictures of one that is not, by their edge in pixels
     */
    record Face(Optional<String> known, SortedMap<Integer, byte[]> fresh) {

        static final Face NONE = new Face(Optional.empty(), Collections.emptySortedMap());

        static Face known(String hash) {
            return new Face(Optional.of(hash), Collections.emptySortedMap());
        }

        static Face fresh(SortedMap<Integer, byte[]> pictures) {
            return new Face(Optional.empty(), pictures);
        }
    }

    private final Avatars avatars;
    private final Portraits portraits;

    CardPictures(Avatars avatars, Portraits portraits) {
        this.avatars = avatars;
        this.portraits = portraits;
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
                : avatars.has(hash).flatMap(here -> here ? Mono.just(Face.known(hash)) : fresh(candidate));
    }

    private Mono<Face> fresh(Candidate candidate) {
        var picture = candidate.picture();
        return picture == null
                ? Mono.just(Face.NONE)
                : portraits.prepare(picture).map(Face::fresh).onErrorResume(Problem.class, problem -> {
                    candidate.findings().warn("The picture cannot be used: " + CardFaults.reason(problem));
                    return Mono.just(Face.NONE);
                });
    }

    /** The hash under which the face is kept; empty if there is none. */
    Mono<Optional<String>> keep(Face face) {
        return face.fresh().isEmpty() ? Mono.just(face.known()) : avatars.keep(face.fresh()).map(Optional::of);
    }

    /** A PNG of the personality's face, or of the one that is drawn for it. */
    Mono<byte[]> png(UUID personality, @Nullable String avatar) {
        return Mono.justOrEmpty(avatar).flatMap(hash -> avatars.find(hash, EDGE)).flatMap(Png::of)
                .switchIfEmpty(Png.drawn(personality));
    }
}
