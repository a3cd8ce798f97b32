package dev.personamarket.catalog.personality;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does the same to many personalities, one after the other, each in a transaction of its own: one that fails keeps
 * nobody else from it, and no two such requests can wait for each other.
 */
@Component
class BulkCuration {

    private static final Logger LOG = LoggerFactory.getLogger(BulkCuration.class);

    private final Curation curation;

    BulkCuration(Curation curation) {
        this.curation = curation;
    }

    /** An answer for each item, in their order. */
    Mono<Bulk.Answer> apply(Bulk.Deed deed, List<Bulk.Item> items, Actor actor) {
        var seen = new HashSet<String>();
        return Flux.fromIterable(items)
                .concatMap(item -> Mono.defer(() -> apply(deed, item, actor, seen.add(item.name())))
                        .onErrorResume(error -> Mono.just(failed(item, error))))
                .collectList().map(Bulk.Answer::of);
    }

    private Mono<Bulk.Result> apply(Bulk.Deed deed, Bulk.Item item, Actor actor, boolean first) {
        if (!first) {
            return Mono.error(Problem.of(HttpStatus.BAD_REQUEST, "duplicate-item",
                    "The request names this personality more than once. Only the first time counts."));
        }
        return apply(deed, id(item), new Precondition(item.ifMatch()), actor)
                .map(personality -> new Bulk.Result(item.name(), HttpStatus.OK.value(), Precondition.etag(personality),
                        personality.status(), null));
    }

    private Mono<Personality> apply(Bulk.Deed deed, PersonalityId id, Precondition expected, Actor actor) {
        return switch (deed) {
            case PUBLISH -> curation.publish(id, expected, actor);
            case ARCHIVE -> curation.archive(id, expected, actor);
            case RESTORE -> curation.restore(id, expected, null, actor);
            case DELETE -> curation.delete(id, expected, actor);
        };
    }

    private static PersonalityId id(Bulk.Item item) {
        try {
            return new PersonalityId(UUID.fromString(item.name()));
        } catch (IllegalArgumentException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The id must be a UUID.");
        }
    }

    private static Bulk.Result failed(Bulk.Item item, Throwable error) {
        var problem = error instanceof Problem known ? known : unexpected(item, error);
        var body = problem.getBody();
        return new Bulk.Result(item.name(), body.getStatus(), null, null, new Bulk.Fault(String.valueOf(body.getType()),
                String.valueOf(body.getTitle()), body.getStatus(), String.valueOf(body.getDetail())));
    }

    private static Problem unexpected(Bulk.Item item, Throwable error) {
        LOG.error("Of many, {} failed", item.name(), error);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
                "Something went wrong on our side. It has been written down.");
    }
}
