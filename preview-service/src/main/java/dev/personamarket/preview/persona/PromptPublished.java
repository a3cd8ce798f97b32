package dev.personamarket.preview.persona;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.IncomingEvent;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;

/** A personality speaks like this from now on. */
@IncomingEvent("marketplace.PromptPublished.v1")
record PromptPublished(UUID personalityId, long revision, int version, String name, @Nullable String nickname,
        String systemPrompt, @Nullable PromptSections promptSections, String greeting,
        List<List<ChatMessage>> examples, @Nullable Generation generation, @Nullable String promptVisibility) {

    /** The personality as it speaks, its macros expanded. */
    Persona persona() {
        return new Persona(personalityId, version, name, systemPrompt, greeting, examples,
                Objects.requireNonNullElse(promptSections, PromptSections.NONE),
                Objects.requireNonNullElse(generation, Generation.USUAL), isOpen())
                .called(Objects.requireNonNullElse(nickname, name));
    }

    /** Hidden unless it says otherwise. */
    boolean isOpen() {
        return "open".equals(promptVisibility);
    }

    @Override
    public String toString() {
        return "PromptPublished of %s, revision %d".formatted(personalityId, revision);
    }
}
