package dev.personamarket.preview.rehearsal;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.budget.Scope;
import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.PromptCompiler;
import dev.personamarket.preview.speaking.Endings;
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Shutdown;
import dev.personamarket.preview.speaking.Speaker;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets authors talk with what they write, by the rules that everybody's conversations have. */
@Component
class Rehearsals {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

    /** All drafts share one personality's budget: those that are published keep theirs. */
    private static final UUID DRAFTS = new UUID(0, 0);

    private final LanguageModel model;
    private final Moderator moderator;
    private final PromptCompiler compiler;
    private final OutputGuard guard;
    private final Budgets budgets;
    private final Speaker speaker;
    private final Endings endings;
    private final Shutdown shutdown;

    Rehearsals(LanguageModel model, Moderator moderator, PromptCompiler compiler, OutputGuard guard, Budgets budgets,
            Speaker speaker, Endings endings, Shutdown shutdown) {
        this.model = model;
        this.moderator = moderator;
        this.compiler = compiler;
        this.guard = guard;
        this.budgets = budgets;
        this.speaker = speaker;
        this.endings = endings;
        this.shutdown = shutdown;
    }

    /**
     * Streams the answer. Fails with a {@link Problem} before the first event: 422 for what may not be said, 429 without
     * tokens left, or 503 while the model is out of reach. After it, a failure is an event. Cancelling ends the answer.
     */
    Flux<PreviewEvent> answer(UUID author, RehearsalRequest request) {
        return Flux.usingWhen(accept(author, request), this::spoken, this::paid)
                .onErrorMap(ModelException.class, ModelException::problem);
    }

    private Mono<Rehearsal> accept(UUID author, RehearsalRequest request) {
        return model.ready().then(moderator.admit(request.question()))
                .then(Mono.defer(() -> reserved(author, request)));
    }

    private Mono<Rehearsal> reserved(UUID author, RehearsalRequest request) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var persona = request.persona(DRAFTS);
        var prompt = compiler.compile(persona, guard.canary(persona, id), request.said());
        return budgets.reserve(List.of(Scope.user(author)), DRAFTS, prompt)
                .map(reservation -> new Rehearsal(id, persona, prompt, reservation));
    }

    private Flux<PreviewEvent> spoken(Rehearsal rehearsal) {
        return speaker.speak(rehearsal.persona(), rehearsal.id(), rehearsal.prompt())
                .takeUntilOther(shutdown.signal()).map(rehearsal::heard)
                .doOnError(error -> LOG.warn("Rehearsal {} got no whole answer", rehearsal.id(), error))
                .onErrorResume(error -> Mono.just(new PreviewEvent.Failed(ModelException.problemOf(error))));
    }

    private Mono<Void> paid(Rehearsal rehearsal) {
        return Endings.carriedOut(endings.paid(rehearsal.reservation(), rehearsal.used(), Mono.empty()))
                .doOnError(error -> LOG.error("Rehearsal {} could not be paid for", rehearsal.id(), error))
                .onErrorComplete(); // its reservation ends by itself, and the answer is there
    }
}
