package dev.personamarket.catalog.personality;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A personality as somebody wrote it down, not yet looked at: an admin's request, or a sample. What is allowed is in
 * {@link TemplateReader} alone, so everything may be missing here.
 *
 * @param slug             the name in addresses; made from the name when it is missing
 * @param category         the slug of a category
 * @param promptVisibility {@code hidden}, which is also meant when it is missing, or {@code open}
 * @param nickname         what it is called on Discord, if that is not its name
 */
public record PersonalityTemplate(@Nullable String slug, @Nullable String name, @Nullable String tagline,
        @Nullable String description, @Nullable String category, @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable TraitTemplate> traits, @Nullable String greeting, @Nullable String systemPrompt,
        @Nullable List<@Nullable List<@Nullable TurnTemplate>> sampleConversations,
        @Nullable String promptVisibility, @Nullable String nickname,
        @Nullable List<@Nullable String> alternateGreetings, @Nullable PromptSections promptSections,
        @Nullable AttributionTemplate attribution, @Nullable Generation generation) {

    /** @param value from 0 to 100 */
    public record TraitTemplate(@Nullable String name, @Nullable Integer value) {}

    /** @param role {@code user} or {@code assistant} */
    public record TurnTemplate(@Nullable String role, @Nullable String content) {}

    /** @param source where it was before */
    public record AttributionTemplate(@Nullable String creator, @Nullable String cardVersion,
            @Nullable List<@Nullable String> source) {}

    /** The same, under another slug. */
    public PersonalityTemplate at(String slug) {
        return new PersonalityTemplate(slug, name, tagline, description, category, tags, traits, greeting,
                systemPrompt, sampleConversations, promptVisibility, nickname, alternateGreetings, promptSections,
                attribution, generation);
    }

    /** The same, on another shelf. */
    public PersonalityTemplate in(String category) {
        return new PersonalityTemplate(slug, name, tagline, description, category, tags, traits, greeting,
                systemPrompt, sampleConversations, promptVisibility, nickname, alternateGreetings, promptSections,
                attribution, generation);
    }
}
