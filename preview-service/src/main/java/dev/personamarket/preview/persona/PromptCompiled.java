package dev.personamarket.preview.persona;

import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** A published version has this prompt hash, here and wherever it speaks. */
@EventType(topic = PromptHashes.TOPIC, type = "marketplace.PromptCompiled.v1")
record PromptCompiled(UUID personalityId, long revision, int version, String promptHash) implements OutgoingEvent {

    static PromptCompiled of(PromptPublished published) {
        return new PromptCompiled(published.personalityId(), published.revision(), published.version(),
                PromptCompiler.hash(published.persona()));
    }

    @Override
    public UUID subject() {
        return personalityId;
    }
}
