package dev.personamarket.preview.persona;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.IncomingEvent;
import dev.personamarket.preview.model.ChatMessage;

/** A personality speaks like this from now on. */
@IncomingEvent("marketplace.PromptPublished.v1")
record PromptPublished(UUID personalityId, long revision, int version, String name, @Nullable String nickname,
        String systemPrompt, @Nullable PromptSections promptSections, String greeting,
        List<List<ChatMessage>> examples, @Nullable String promptVisibility) {

    /** Hidden unless it says otherwise. */
    boolean isOpen() {
        return "open".equals(promptVisibility);
    }

    @Override
    public String toString() {
        return "PromptPublished of %s, revision %d".formatted(personalityId, revision);
    }
}
