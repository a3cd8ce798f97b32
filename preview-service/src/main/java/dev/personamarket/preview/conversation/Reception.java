package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import reactor.core.publisher.Mono;

import static java.util.Objects.requireNonNull;

/** Says which messages are answered. Of one that is not, nothing is stored, and the model is not asked about it. */
@Component
class Reception {

    private final Personas personas;
    private final LanguageModel model;
    private final Moderator moderator;
    private final Sessions sessions;
    private final Turns turns;
    private final OutputGuard guard;
    private final Budgets budgets;
    private final TransactionalOperator transaction;
    private final TurnPrompts prompts;

    Reception(Personas personas, LanguageModel model, Moderator moderator, Sessions sessions, Turns turns,
            OutputGuard guard, Budgets budgets, TransactionalOperator transaction, PromptCompiler compiler) {
        this.personas = personas;
        this.model = model;
        this.moderator = moderator;
        this.sessions = sessions;
        this.turns = turns;
        this.guard = guard;
        this.budgets = budgets;
        this.transaction = transaction;
        this.prompts = new TurnPrompts(compiler);
    }

    /**
     * Takes the message, or the wish to go on, and reserves what answering takes. Fails with a {@link Problem}: 404, 409,
     * 422 for what may not be said, 429 without messages or tokens left, or 503 while the model is out of reach.
     */
    Mono<Answer> accept(UUID personalityId, Owner owner, ChatRequest request) {
        return model.ready().then(Mono.defer(() -> Mono.zip(personas.speaking(personalityId), admitted(request))))
                .flatMap(both -> request.begins()
                        ? begun(both.getT1(), owner, requireNonNull(request.message()))
                        : resumed(both.getT1(), owner, request));
    }

    /** Looked at while the personality is looked up, as both take a moment. */
    private Mono<ChatRequest> admitted(ChatRequest request) {
        return Mono.justOrEmpty(request.message()).flatMap(moderator::admit).thenReturn(request);
    }

    private Mono<Answer> begun(Persona persona, Owner owner, String message) {
        var turn = turns.first(owner, persona, message);
        return turns.begin(turn, owner, prompt(turn));
    }

    private Mono<Answer> resumed(Persona persona, Owner owner, ChatRequest request) {
        return turn(persona, owner, request).flatMap(turn -> paid(turn, owner)).as(transaction::transactional);
    }

    private Mono<Turn> turn(Persona persona, Owner owner, ChatRequest request) {
        var id = requireNonNull(request.sessionId());
        var message = request.message();
        return message == null
                ? turns.goOn(id, owner, persona).switchIfEmpty(refused(id, owner, persona, Refusals::ofGoingOn))
                : turns.resume(id, owner, persona, message)
                        .switchIfEmpty(refused(id, owner, persona, Refusals::ofMessage));
    }

    private Mono<Turn> refused(UUID id, Owner owner, Persona persona, Function<Conversation, Problem> reason) {
        return sessions.find(id, owner).filter(found -> found.personalityId().equals(persona.personalityId()))
                .map(reason).switchIfEmpty(Mono.fromSupplier(Refusals::sessionNotFound)).flatMap(Mono::error);
    }

    private Mono<Answer> paid(Turn turn, Owner owner) {
        var prompt = prompt(turn);
        return budgets.reserve(List.of(owner.budget()), turn.persona().personalityId(), prompt)
                .map(reservation -> new Answer(turn, prompt, reservation));
    }

    private Prompt prompt(Turn turn) {
        return prompts.of(turn, guard.canary(turn.persona(), turn.sessionId()));
    }
}
