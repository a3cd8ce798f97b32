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
 * @param open     whether people may read its prompt in the catalogue
 */
public record Persona(UUID personalityId, int version, String name, String systemPrompt, String greeting,
        List<List<ChatMessage>> examples, PromptSections sections, Generation generation, boolean open) {

    public Persona {
        examples = examples.stream().map(List::copyOf).toList();
    }

    /** One whose prompt is hidden, as it is unless its author opens it, and who wishes for nothing. */
    public Persona(UUID personalityId, int version, String name, String systemPrompt, String greeting,
            List<List<ChatMessage>> examples, PromptSections sections) {
        this(personalityId, version, name, systemPrompt, greeting, examples, sections, Generation.USUAL, false);
    }

    /** The same, with what its texts may say for a name expanded. */
    public Persona called(String character) {
        return new Macros(character).expand(this);
    }

    @Override
    public String toString() {
        return "Persona %s, version %d".formatted(personalityId, version);
    }
}
