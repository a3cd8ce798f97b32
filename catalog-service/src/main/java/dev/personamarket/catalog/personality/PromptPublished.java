package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.personamarket.outbox.EventType;

/** A version became public: what a language model needs to speak as it. */
@EventType(topic = Topics.PROMPTS, type = "marketplace.PromptPublished.v1")
record PromptPublished(UUID personalityId, long revision, int version, String contentHash, String name,
        String systemPrompt, String greeting, List<List<Turn>> examples,
        Instant publishedAt) implements PersonalityEvent {

    static PromptPublished of(Personality personality, Publication version) {
        var content = version.content();
        return new PromptPublished(personality.id().value(), personality.revision(), version.version(),
                version.contentHash(), content.name(), content.systemPrompt(), content.greeting(),
                content.sampleConversations(), version.publishedAt());
    }
}
