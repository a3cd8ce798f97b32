package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.budget.Scope;
import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import dev.personamarket.preview.persona.Voice;
import reactor.core.publisher.Mono;

/** Says which questions are answered. The model is not asked about any other. */
@Component
class AgentReception {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Personas personas;
    private final LanguageModel model;
    private final Moderator moderator;
    private final OutputGuard guard;
    private final Budgets budgets;
    private final PromptCompiler compiler;
    private final AgentProperties properties;

    AgentReception(Personas personas, LanguageModel model, Moderator moderator, OutputGuard guard, Budgets budgets,
            PromptCompiler compiler, AgentProperties properties) {
        this.personas = personas;
        this.model = model;
        this.moderator = moderator;
        this.guard = guard;
        this.budgets = budgets;
        this.compiler = compiler;
        this.properties = properties;
    }

    /** Accepts the question and reserves what answering takes; fails with what {@link Unanswered} knows. */
    Mono<AgentAnswer> accept(AgentTurn turn) {
        return turn.late()
                ? Mono.error(Unanswered.tooLate())
                : persona(turn).delayUntil(_ -> model.ready().then(moderator.admit(turn.question())))
                        .flatMap(persona -> paid(turn, persona));
    }

    private Mono<Persona> persona(AgentTurn turn) {
        return personas.voice(turn.personalityId(), turn.version())
                .filter(voice -> !(voice instanceof Voice.Unheard))
                .repeatWhenEmpty(again -> again.delayElements(BETWEEN_LOOKS).take(properties.patience()))
                .defaultIfEmpty(new Voice.Unknown()).map(AgentReception::persona);
    }

    private static Persona persona(Voice voice) {
        return switch (voice) {
            case Voice.Speaking(var persona) -> persona;
            case Voice.Withdrawn _ -> throw Unanswered.withdrawn();
            case Voice.Unknown _,Voice.Unheard _ -> throw Unanswered.versionUnknown();
        };
    }

    private Mono<AgentAnswer> paid(AgentTurn turn, Persona persona) {
        var prompt = compiler.compile(persona, guard.canary(persona, turn.conversationId()), turn.said());
        return budgets.reserve(List.of(Scope.user(turn.askedBy()), Scope.server(turn.serverId())),
                turn.personalityId(), prompt)
                .map(reservation -> new AgentAnswer(turn, persona, prompt, reservation));
    }
}
