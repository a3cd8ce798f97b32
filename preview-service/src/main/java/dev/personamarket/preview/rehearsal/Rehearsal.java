package dev.personamarket.preview.rehearsal;

import java.util.UUID;

import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Speech;
import org.jspecify.annotations.Nullable;

/** An answer of a draft in the making. */
final class Rehearsal {

    private final UUID id;
    private final Persona persona;
    private final Speech speech;
    private final Reservation reservation;
    private @Nullable Usage used;

    Rehearsal(UUID id, Persona persona, Prompt prompt, Reservation reservation) {
        this.id = id;
        this.persona = persona;
        this.speech = new Speech(prompt);
        this.reservation = reservation;
    }

    UUID id() {
        return id;
    }

    Persona persona() {
        return persona;
    }

    Prompt prompt() {
        return speech.prompt();
    }

    Reservation reservation() {
        return reservation;
    }

    PreviewEvent heard(ModelEvent event) {
        return switch (event) {
            case ModelEvent.Token(var text) -> {
                speech.heard(text);
                yield new PreviewEvent.Token(text);
            }
            case ModelEvent.Replacement(var text) -> {
                speech.replaced(text);
                yield new PreviewEvent.Token(text, true);
            }
            case ModelEvent.Finished(var reason, var usage) -> {
                used = usage;
                yield new PreviewEvent.Done(reason, usage);
            }
        };
    }

    /** Nothing for a model that said nothing. */
    Usage used() {
        if (used != null) {
            return used;
        }
        return speech.isSilent() ? Usage.NONE : speech.estimate();
    }
}
