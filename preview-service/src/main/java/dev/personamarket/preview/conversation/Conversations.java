package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.speaking.Endings;
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Shutdown;
import dev.personamarket.preview.speaking.Speaker;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets people talk with personalities. */
@Component
class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final Reception reception;
    private final Answers answers;
    private final Speaker speaker;
    private final Endings endings;
    private final Shutdown shutdown;

    Conversations(Reception reception, Answers answers, Speaker speaker, Endings endings,
            Shutdown shutdown) {
        this.reception = reception;
        this.answers = answers;
        this.speaker = speaker;
        this.endings = endings;
        this.shutdown = shutdown;
    }

    /**
     * Says something and streams the answer. Fails with a {@link Problem} before the first event when the message is
     * not accepted, see {@link Reception#accept}. After it, a failure is an event. Whoever cancels ends the answer; what
     * was said of it stays.
     */
    Flux<PreviewEvent> chat(UUID personalityId, Owner owner, ChatRequest request) {
        return Flux.usingWhen(reception.accept(personalityId, owner, request), this::answered, _ -> Mono.empty(),
                (_, _) -> Mono.empty(), this::stopped).onErrorMap(ModelException.class, ModelException::problem);
    }

    /** The model is asked while the first event is still on its way to the client. */
    private Flux<PreviewEvent> answered(Answer answer) {
        var turn = answer.turn();
        answers.begin(answer);
        return Flux.mergeSequential(Mono.just(answer.opening()).publishOn(Schedulers.parallel()),
                speaker.speak(turn.persona(), turn.sessionId(), answer.prompt()).onBackpressureBuffer()
                        .takeUntilOther(shutdown.signal())
                        .concatMap(event -> heard(answer, event)).onErrorResume(error -> failed(answer, error)));
    }

    private Mono<PreviewEvent> heard(Answer answer, ModelEvent event) {
        return switch (event) {
            case ModelEvent.Token token -> Mono.just(answer.heard(token.text()));
            case ModelEvent.Replacement replacement -> Mono.just(answer.replaced(replacement.text()));
            case ModelEvent.Finished finished -> done(answer, finished);
        };
    }

    private Mono<PreviewEvent> done(Answer answer, ModelEvent.Finished finished) {
        return ending(answer, finished.usage(), Mono.defer(() -> answers.end(answer, finished.reason(),
                answer.replied(finished.reason(), finished.usage()))))
                .thenReturn(new PreviewEvent.Done(finished.reason(), finished.usage()));
    }

    private Mono<PreviewEvent> failed(Answer answer, Throwable error) {
        var event = answer.failed(reason(answer, error));
        return ending(answer, answer.isSilent() ? Usage.NONE : answer.estimate(), Mono.defer(() -> answer.isSilent()
                ? answers.undo(answer, event)
                : answers.end(answer, "failed", event)))
                .onErrorComplete(Conversations::logged)
                .thenReturn(new PreviewEvent.Failed(answer.described(ModelException.problemOf(error))));
    }

    private Mono<Void> stopped(Answer answer) {
        return ending(answer, answer.estimate(), Mono.defer(() -> answers.end(answer, Answer.STOPPED,
                answer.isSilent() ? answer.failed(Answer.STOPPED) : answer.stopped())))
                .onErrorComplete(Conversations::logged);
    }

    /** The first ending of an answer is carried out, to its end: a client that leaves now does not tear it. */
    private Mono<Void> ending(Answer answer, Usage usage, Mono<Void> storing) {
        var paid = endings.paid(answer.reservation(), usage, storing).doFinally(_ -> answers.forget(answer));
        return Mono.defer(() -> answer.end() ? Endings.carriedOut(paid) : Mono.empty());
    }

    private static String reason(Answer answer, Throwable error) {
        if (error instanceof ModelException known) {
            LOG.warn("Session {} got no whole answer: {}", answer.turn().sessionId(), known.getMessage());
            return known.fault().code();
        }
        LOG.error("Session {} got no whole answer", answer.turn().sessionId(), error);
        return ModelException.INTERNAL;
    }

    private static boolean logged(Throwable error) {
        LOG.error("The end of an answer could not be stored", error);
        return true;
    }
}
