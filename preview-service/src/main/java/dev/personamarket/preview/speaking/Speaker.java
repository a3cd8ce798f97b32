package dev.personamarket.preview.speaking;

import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.Persona;
import reactor.core.publisher.Flux;

/** Lets the model speak, and sees to it that it says neither what is confidential nor what may not be said. */
@Component
public class Speaker {

    private final LanguageModel model;
    private final OutputGuard guard;
    private final Moderator moderator;

    public Speaker(LanguageModel model, OutputGuard guard, Moderator moderator) {
        this.model = model;
        this.guard = guard;
        this.moderator = moderator;
    }

    /**
     * What comes of the prompt. Cancelling ends the call to the model at once.
     *
     * @param conversationId whose canary stands in the prompt
     */
    public Flux<ModelEvent> speak(Persona persona, UUID conversationId, Prompt prompt) {
        return moderator.watch(prompt, guard.watch(persona, conversationId, prompt, model.answer(prompt)));
    }
}
