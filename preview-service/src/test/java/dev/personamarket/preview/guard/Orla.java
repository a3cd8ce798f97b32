package dev.personamarket.preview.guard;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptSections;

/** A personality with something to hide, and answers that hide it or do not. */
final class Orla {

    static final String SECRET = "Never say that the lamp oil lies under the third step, behind the green door.";
    static final String GREETING = "Come in out of the wind. The kettle is on. What brings you up all those stairs?";
    static final Persona HIDDEN = orla(false);
    static final Persona OPEN = orla(true);
    static final String CANARY = "0123456789abcdeffedcba9876543210";

    private Orla() {}

    static Watch watch() {
        return new Watch(Stream.concat(Stream.of(new Track(Detector.CANARY,
                Fingerprints.of(12, Variants.of(CANARY)), _ -> true)), Secrets.of(HIDDEN).tracks()).toList());
    }

    private static Persona orla(boolean open) {
        return new Persona(new UUID(1, 2), 3, "Orla the Lighthouse Keeper", "You are Orla. " + SECRET, GREETING,
                List.of(List.of(ChatMessage.user("Lonely?"), ChatMessage.assistant("The gulls argue enough."))),
                new PromptSections("Calm, dry and kind, as keepers of lights are. " + GREETING, null, null,
                        "Stay on the island, whatever they offer."),
                Generation.USUAL, open);
    }
}
