package dev.personamarket.preview.conversation;

import org.springframework.stereotype.Component;

import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.moderation.Moderator;
import reactor.core.publisher.Flux;

/** Lets the model speak, and sees to it that it says neither what is confidential nor what may not be said. */
@Component
class Speaker {

    private final LanguageModel model;
    private final OutputGuard guard;
    private final Moderator moderator;

    Speaker(LanguageModel model, OutputGuard guard, Moderator moderator) {
        this.model = model;
        this.guard = guard;
        this.moderator = moderator;
    }

    /** What comes of the answer's prompt. Cancelling ends the call to the model at once. */
    Flux<ModelEvent> speak(Answer answer) {
        var turn = answer.turn();
        var prompt = answer.prompt();
        return moderator.watch(prompt,
                guard.watch(turn.persona(), turn.sessionId(), prompt, model.answer(prompt)));
    }
}
