package dev.personamarket.defaults.idempotency;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;

/** Runs each request once, and answers it the same ever after. */
final class IdempotentRequests {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotentRequests.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final IdempotencyKeys keys;

    IdempotentRequests(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * The answer of the work, or the one that it gave before. Effect and answer are stored by two transactions: of a
     * process that dies between them, the effect is there and the request runs again when its key is taken over.
     *
     * @param work what the request is about; it ends, and its answer says how
     * @throws Problem 409 while the request is in flight, and when its answer was too long to be kept; 422 when the key
     *                 stands for another request
     */
    Mono<Answer> once(KeyedRequest request, Mono<Answer> work) {
        return detached(keys.claim(request).flatMap(claim -> answer(claim, work)));
    }

    /**
     * Goes on though nobody waits any more. The database carries out a statement that it was sent, whoever hangs up: what
     * became of the request is known only at its end, and that is when its key is worth an answer or free.
     */
    private static <T> Mono<T> detached(Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }

    private Mono<Answer> answer(Claim claim, Mono<Answer> work) {
        return switch (claim) {
            case Claim.Granted granted -> run(granted, work);
            case Claim.Answered answered -> Mono.just(answered.answer());
            case Claim.AnswerNotKept _ -> Mono.error(answerNotKept());
            case Claim.InFlight _ -> Mono.error(inFlight());
            case Claim.OtherRequest _ -> Mono.error(otherRequest());
        };
    }

    private Mono<Answer> run(Claim.Granted claim, Mono<Answer> work) {
        return work.onErrorResume(error -> noted(keys.release(claim)).then(Mono.error(error)))
                .delayUntil(answer -> noted(answer.isFinal() ? keys.finish(claim, answer) : keys.release(claim)));
    }

    /** The request has had its effect, so it is answered by that, even where its key cannot be. */
    private static Mono<Boolean> noted(Mono<Boolean> note) {
        return note.doOnNext(inTime -> {
            if (!inTime) {
                LOG.warn("A request with a key took so long that another was let in its place");
            }
        }).doOnError(error -> LOG.warn("What became of a request with a key could not be noted; sent again,"
                + " it will be run again", error)).onErrorComplete();
    }

    private static Problem inFlight() {
        return Problem.of(HttpStatus.CONFLICT, "request-in-flight",
                "The request with this key is being carried out. Send it again to get its answer.").retryAfter(SOON);
    }

    private static Problem answerNotKept() {
        return Problem.of(HttpStatus.CONFLICT, "answer-not-kept",
                "The request with this key was carried out, but its answer was too long to be kept.");
    }

    private static Problem otherRequest() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
                "The key was used for another request. A new request needs a new key.");
    }
}
