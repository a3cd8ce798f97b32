package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people talk with personalities. */
@Component
class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private static final String INTERNAL = "internal-error";

    private final Personas personas;
    private final Sessions sessions;
    private final LanguageModel model;
    private final Shutdown shutdown;
    private final Budgets budgets;
    private final TransactionalOperator transaction;
    private final Moderator moderator;
    private final PromptCompiler compiler;

    Conversations(Personas personas, Sessions sessions, LanguageModel model, Shutdown shutdown,
            Budgets budgets, TransactionalOperator transaction, Moderator moderator, PreviewProperties properties) {
        this.personas = personas;
        this.sessions = sessions;
        this.model = model;
        this.shutdown = shutdown;
        this.budgets = budgets;
        this.transaction = transaction;
        this.moderator = moderator;
        this.compiler = new PromptCompiler(properties.contextTokens());
    }

    /**
     * Says something and streams the answer. Fails with a {@link Problem} before the first event when the message is
     * not accepted: 404, 409, 422 when it may not be said, 429 at the end of the session or of a budget, or 503 while
     * the model is out of reach. After it, a failure is an event. Whoever cancels ends the answer; what was said of it
     * stays.
     */
    Flux<PreviewEvent> chat(UUID personalityId, Owner owner, ChatRequest request) {
        return Flux.usingWhen(accepted(personalityId, owner, request), this::answered, _ -> Mono.empty(),
                (_, _) -> Mono.empty(), this::stopped).onErrorMap(ModelException.class, ModelException::problem);
    }

    /** Nothing is stored for a message that the model would not even be asked about. */
    private Mono<Answer> accepted(UUID personalityId, Owner owner, ChatRequest request) {
        return personas.speaking(personalityId).delayUntil(_ -> model.ready())
                .delayUntil(_ -> moderator.admit(request.message()))
                .flatMap(persona -> turn(persona, owner, request).flatMap(turn -> paid(turn, owner))
                        .as(transaction::transactional));
    }

    private Mono<Answer> paid(Turn turn, Owner owner) {
        var prompt = compiler.compile(turn.persona(), turn.said());
        return budgets.reserve(owner.budget(), turn.persona().personalityId(), prompt)
                .map(reservation -> new Answer(turn, prompt, reservation));
    }

    private Mono<Turn> turn(Persona persona, Owner owner, ChatRequest request) {
        var id = request.sessionId();
        return id == null
                ? sessions.begin(owner, persona, request.message())
                : sessions.resume(id, owner, persona, request.message())
                        .switchIfEmpty(refusal(id, owner, persona).flatMap(Mono::error));
    }

    private Mono<Problem> refusal(UUID id, Owner owner, Persona persona) {
        return sessions.find(id, owner).filter(found -> found.personalityId().equals(persona.personalityId()))
                .map(found -> found.remaining() > 0 ? beingAnswered() : limitReached())
                .defaultIfEmpty(sessionNotFound());
    }

    private Flux<PreviewEvent> answered(Answer answer) {
        return Flux.concat(Mono.just(answer.opening()),
                moderator.watch(answer.prompt(), model.answer(answer.prompt())).onBackpressureBuffer()
                        .takeUntilOther(shutdown.signal())
                        .concatMap(event -> heard(answer, event)))
                .onErrorResume(error -> failed(answer, error));
    }

    private Mono<PreviewEvent> heard(Answer answer, ModelEvent event) {
        return switch (event) {
            case ModelEvent.Token token -> Mono.just(answer.heard(token.text()));
            case ModelEvent.Replaced replaced -> Mono.just(answer.replaced(replaced.text()));
            case ModelEvent.Finished finished -> done(answer, finished);
        };
    }

    private Mono<PreviewEvent> done(Answer answer, ModelEvent.Finished finished) {
        return ending(answer, finished.usage(), Mono.defer(() -> sessions.end(answer.turn(), answer.text(),
                finished.reason(), answer.replied(finished.reason(), finished.usage()))))
                .thenReturn(new PreviewEvent.Done(finished.reason(), finished.usage()));
    }

    private Mono<PreviewEvent> failed(Answer answer, Throwable error) {
        var event = answer.failed(reason(answer, error));
        return ending(answer, answer.isSilent() ? Usage.NONE : answer.estimate(), Mono.defer(() -> answer.isSilent()
                ? sessions.undo(answer.turn(), event)
                : sessions.end(answer.turn(), answer.text(), "failed", event)))
                .onErrorComplete(Conversations::logged).thenReturn(new PreviewEvent.Failed(problem(error)));
    }

    private Mono<Void> stopped(Answer answer) {
        return ending(answer, answer.estimate(), Mono.defer(() -> sessions.end(answer.turn(), answer.text(),
                Answer.STOPPED, answer.isSilent() ? answer.failed(Answer.STOPPED) : answer.stopped())))
                .onErrorComplete(Conversations::logged);
    }

    /**
     * The first ending of an answer is carried out, to its end: a client that leaves now does not tear it. What was used
     * is paid in the transaction that stores the answer.
     */
    private Mono<Void> ending(Answer answer, Usage usage, Mono<Void> storing) {
        var paid = storing.then(budgets.settle(answer.reservation(), usage)).as(transaction::transactional);
        return Mono.deferContextual(context -> answer.end()
                ? Mono.fromFuture(paid.contextWrite(context).toFuture(), true)
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

    static Problem sessionNotFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "session-not-found", "You have no conversation of this id here.");
    }

    private static Problem beingAnswered() {
        return Problem.of(HttpStatus.CONFLICT, "preview-busy", "The last message is still being answered.");
    }

    private static Problem limitReached() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "preview-limit-reached",
                "This conversation has reached its end. Begin another, or deploy the personality.");
    }
}
