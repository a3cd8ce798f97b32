package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.catalog.avatar.Avatar;

/**
 * All of a personality, for admins: the draft as it is edited, and which version is served.
 *
 * @param revision           the same as its ETag
 * @param unpublishedChanges whether publishing would make a new version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdminPersonality(UUID id, Status status, long revision, @Nullable Integer version, @Nullable String contentHash,
        @Nullable Instant publishedAt, boolean unpublishedChanges, String slug, String name, String tagline,
        String description, Category category, List<String> tags, List<Trait> traits, String greeting,
        String systemPrompt, List<List<Turn>> sampleConversations, PromptVisibility promptVisibility, Avatar avatar,
        @Nullable String nickname, List<String> alternateGreetings, @Nullable PromptSections promptSections,
        @Nullable Attribution attribution, @Nullable Generation generation,
        @Nullable UUID creatorId, Instant createdAt, Instant updatedAt) {

    static AdminPersonality of(Personality personality) {
        var draft = personality.draft();
        var served = personality.publication();
        return new AdminPersonality(personality.id().value(), personality.status(), personality.revision(),
                served == null ? null : served.version(), served == null ? null : served.contentHash(),
                served == null ? null : served.publishedAt(), personality.hasUnpublishedChanges(), draft.slug(),
                draft.name(), draft.tagline(), draft.description(), draft.category(), draft.tags(), draft.traits(),
                draft.greeting(), draft.systemPrompt(), draft.sampleConversations(), draft.promptVisibility(),
                Avatar.of(draft.avatar(), personality.id().value()), draft.nickname(), draft.alternateGreetings(),
                draft.promptSections(), draft.attribution(), draft.generation(), personality.creatorId(),
                personality.createdAt(),
                personality.updatedAt());
    }

    /** Answers with the personality as it is now, tagged for the next {@code If-Match}. */
    static ResponseEntity<AdminPersonality> answer(Personality personality) {
        return answer(ResponseEntity.ok(), personality);
    }

    static ResponseEntity<AdminPersonality> answer(ResponseEntity.BodyBuilder response, Personality personality) {
        return response.eTag(Precondition.etag(personality)).body(of(personality));
    }
}
