package dev.personamarket.preview.persona;

import java.util.List;
import java.util.UUID;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;

/**
 * What makes a personality speak. A secret: it goes to the model and nowhere else, logs included.
 *
 * @param version  the published content version, counted from 1
 * @param examples sample conversations, oldest line first
 */
public record Persona(UUID personalityId, int version, String name, String systemPrompt, String greeting,
        List<List<ChatMessage>> examples, PromptSections sections, Generation generation) {

    public Persona {
        examples = examples.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
        return "Persona %s, version %d".formatted(personalityId, version);
    }
}
