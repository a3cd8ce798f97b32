package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;

/** A version became public: what a language model needs to speak as it. */
@EventType(topic = Topics.PROMPTS, type = "marketplace.PromptPublished.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromptPublished(UUID personalityId, long revision, int version, String contentHash, String name,
        @Nullable String nickname, String systemPrompt, @Nullable PromptSections promptSections, String greeting,
        List<String> alternateGreetings, List<List<Turn>> examples, PromptVisibility promptVisibility,
        @Nullable Generation generation, Instant publishedAt) implements PersonalityEvent {

    static PromptPublished of(Personality personality, Publication version) {
        var content = version.content();
        return new PromptPublished(personality.id().value(), personality.revision(), version.version(),
                version.contentHash(), content.name(), content.nickname(), content.systemPrompt(),
                content.promptSections(), content.greeting(), content.alternateGreetings(),
                content.sampleConversations(), content.promptVisibility(), content.generation(),
                version.publishedAt());
    }
}
