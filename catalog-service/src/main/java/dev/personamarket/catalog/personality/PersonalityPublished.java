package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.outbox.EventType;

/** A version became public: all that people see of it. */
@EventType(topic = Topics.PERSONALITIES, type = "marketplace.PersonalityPublished.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalityPublished(UUID personalityId, long revision, int version, String contentHash, String slug,
        String name, @Nullable String discordName, String tagline, String description, Category category,
        List<String> tags, List<Trait> traits,
        @Nullable Avatar avatar, PromptVisibility promptVisibility, @Nullable UUID creatorId,
        Instant publishedAt) implements PersonalityEvent {

    static PersonalityPublished of(Personality personality, Publication version) {
        var content = version.content();
        return new PersonalityPublished(personality.id().value(), personality.revision(), version.version(),
                version.contentHash(), content.slug(), content.name(), differing(content.discordName(), content.name()),
                content.tagline(), content.description(),
                content.category(), content.tags(), content.traits(), Avatar.stored(content.avatar()),
                content.promptVisibility(), personality.creatorId(), version.publishedAt());
    }

    private static @Nullable String differing(String discordName, String name) {
        return discordName.equals(name) ? null : discordName;
    }
}
