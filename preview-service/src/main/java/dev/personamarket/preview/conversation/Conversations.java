package dev.personamarket.preview.conversation;

import java.util.UUID;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static java.util.Objects.requireNonNull;

/** Lets people talk with personalities. */
@Component
class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private static final String INTERNAL = "internal-error";

    private final Personas personas;
    private final Sessions sessions;
    private final Turns turns;
    private final Answers answers;
    private final LanguageModel model;
    private final OutputGuard guard;
    private final Shutdown shutdown;
    private final TurnPrompts prompts;

    Conversations(Personas personas, Sessions sessions, Turns turns, Answers answers, LanguageModel model,
            OutputGuard guard, Shutdown shutdown, PreviewProperties properties) {
        this.personas = personas;
        this.sessions = sessions;
        this.turns = turns;
        this.answers = answers;
        this.model = model;
        this.guard = guard;
        this.shutdown = shutdown;
        this.prompts = new TurnPrompts(properties.contextTokens());
    }

    /**
     * Says something and streams the answer. Fails with a {@link Problem} before the first event when the message is
     * not accepted: 404, 409, 429, or 503 while the model is out of reach. After it, a failure is an event. Whoever
     * cancels ends the answer; what was said of it stays.
     */
    Flux<PreviewEvent> chat(UUID personalityId, Owner owner, ChatRequest request) {
        return Flux.usingWhen(accepted(personalityId, owner, request), this::answered, _ -> Mono.empty(),
                (_, _) -> Mono.empty(), this::stopped).onErrorMap(ModelException.class, ModelException::problem);
    }

    /** Nothing is stored for a message that the model would not even be asked about. */
    private Mono<Answer> accepted(UUID personalityId, Owner owner, ChatRequest request) {
        return personas.speaking(personalityId).delayUntil(_ -> model.ready())
                .flatMap(persona -> turn(persona, owner, request))
                .map(turn -> new Answer(turn, prompts.of(turn, guard.canary(turn.persona(), turn.sessionId()))));
    }

    private Mono<Turn> turn(Persona persona, Owner owner, ChatRequest request) {
        var id = request.sessionId();
        var message = request.message();
        if (message == null) {
            return turns.goOn(requireNonNull(id), owner, persona)
                    .switchIfEmpty(refused(id, owner, persona, Refusals::ofGoingOn));
        }
        return id == null
                ? turns.begin(owner, persona, message)
                : turns.resume(id, owner, persona, message)
                        .switchIfEmpty(refused(id, owner, persona, Refusals::ofMessage));
    }

    private Mono<Turn> refused(UUID id, Owner owner, Persona persona, Function<Conversation, Problem> reason) {
        return sessions.find(id, owner).filter(found -> found.personalityId().equals(persona.personalityId()))
                .map(reason).switchIfEmpty(Mono.fromSupplier(Refusals::sessionNotFound)).flatMap(Mono::error);
    }

    private Flux<PreviewEvent> answered(Answer answer) {
        answers.begin(answer);
        return Flux.concat(Mono.just(answer.turn().opening()),
                guarded(answer).onBackpressureBuffer().takeUntilOther(shutdown.signal())
                        .concatMap(event -> heard(answer, event)))
                .onErrorResume(error -> failed(answer, error));
    }

    private Flux<ModelEvent> guarded(Answer answer) {
        return guard.watch(answer.turn().persona(), answer.turn().sessionId(), answer.prompt(),
                model.answer(answer.prompt()));
    }

    private Mono<PreviewEvent> heard(Answer answer, ModelEvent event) {
        return switch (event) {
            case ModelEvent.Token token -> Mono.just(answer.heard(token.text()));
            case ModelEvent.Replacement replacement -> Mono.just(answer.replaced(replacement.text()));
            case ModelEvent.Finished finished -> done(answer, finished);
        };
    }

    private Mono<PreviewEvent> done(Answer answer, ModelEvent.Finished finished) {
        return ending(answer, Mono.defer(() -> answers.end(answer, finished.reason(),
                answer.replied(finished.reason(), finished.usage()))))
                .thenReturn(new PreviewEvent.Done(finished.reason(), finished.usage()));
    }

    private Mono<PreviewEvent> failed(Answer answer, Throwable error) {
        var event = answer.failed(reason(answer, error));
        return ending(answer, Mono.defer(() -> answer.isSilent()
                ? answers.undo(answer, event)
                : answers.end(answer, "failed", event)))
                .onErrorComplete(Conversations::logged)
                .thenReturn(new PreviewEvent.Failed(answer.described(problem(error))));
    }

    private Mono<Void> stopped(Answer answer) {
        return ending(answer, Mono.defer(() -> answers.end(answer, Answer.STOPPED,
                answer.isSilent() ? answer.failed(Answer.STOPPED) : answer.stopped())))
                .onErrorComplete(Conversations::logged);
    }

    /** The first ending of an answer is carried out, to its end: a client that leaves now does not tear it. */
    private static Mono<Void> ending(Answer answer, Mono<Void> storing) {
        return Mono.deferContextual(context -> answer.end()
                ? Mono.fromFuture(storing.contextWrite(context).toFuture(), true)
                : Mono.empty());
    }

    private static String reason(Answer answer, Throwable error) {
        if (error instanceof ModelException known) {
            LOG.warn("Session {} got no whole answer: {}", answer.turn().sessionId(), known.getMessage());
            return known.fault().code();
        }
        LOG.error("Session {} got no whole answer", answer.turn().sessionId(), error);
        return INTERNAL;
    }

    private static boolean logged(Throwable error) {
        LOG.error("The end of an answer could not be stored", error);
        return true;
    }

    private static Problem problem(Throwable error) {
        return error instanceof ModelException known
                ? known.problem()
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, INTERNAL, "Something went wrong on our side.");
    }
}
