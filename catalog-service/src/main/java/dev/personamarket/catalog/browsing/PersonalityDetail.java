package dev.personamarket.catalog.browsing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.personality.Attribution;
import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.PromptSections;
import dev.personamarket.catalog.personality.PromptVisibility;
import dev.personamarket.catalog.personality.Trait;
import dev.personamarket.catalog.personality.Turn;

/**
 * All that the public may know of a personality.
 *
 * @param deployCount  active deployments
 * @param publishedAt  when it was first published
 * @param updatedAt    when this version was published
 * @param systemPrompt there only when its visibility is open; the same goes for its sections
 */
record PersonalityDetail(UUID id, String slug, String name, String tagline, String description, Category category,
        List<String> tags, Avatar avatar, List<Trait> traits, String greeting, List<List<Turn>> sampleConversations,
        PromptVisibility promptVisibility, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String systemPrompt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PromptSections promptSections,
        List<String> alternateGreetings, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Attribution attribution,
        RatingWithHistogram rating, int deployCount, int version, String contentHash, Instant publishedAt,
        Instant updatedAt) {

    /** @param histogram how many gave 1, 2, 3, 4 and 5 stars */
    record RatingWithHistogram(BigDecimal average, int count, List<Integer> histogram) {}
}
