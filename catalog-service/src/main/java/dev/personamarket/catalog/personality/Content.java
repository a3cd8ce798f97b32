package dev.personamarket.catalog.personality;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

/**
 * All that a version says: what is edited as a draft and, once published, served without change.
 *
 * <p>What came later than the first versions is left out of the JSON when it is empty: the text of content that does
 * not use it must stay as it was hashed.
 *
 * @param category           the one that it is listed under
 * @param avatar             the hash of its face's bytes, if it has one
 * @param nickname           what it is called on Discord and calls itself, if that is not its name
 * @param alternateGreetings other ways to begin than the greeting
 */
public record Content(String slug, String name, String tagline, String description, Category category,
        List<String> tags, List<Trait> traits, String greeting, String systemPrompt,
        List<List<Turn>> sampleConversations, PromptVisibility promptVisibility, @Nullable String avatar,
        @JsonInclude(NON_NULL) @Nullable String nickname, @JsonInclude(NON_EMPTY) List<String> alternateGreetings,
        @JsonInclude(NON_NULL) @Nullable PromptSections promptSections,
        @JsonInclude(NON_NULL) @Nullable Attribution attribution,
        @JsonInclude(NON_NULL) @Nullable Generation generation) {

    /** The longest name that a member of a Discord server can have, in code points. */
    static final int DISCORD_NAME = 32;

    /** Its text is hashed and stored: the order of properties must never depend on the order of declaration. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    public Content {
        tags = List.copyOf(tags);
        // missing in texts that are older than the field
        alternateGreetings = alternateGreetings == null ? List.of() : List.copyOf(alternateGreetings);
        traits = List.copyOf(traits);
        sampleConversations = sampleConversations.stream().map(List::copyOf).toList();
    }

    Content withAvatar(@Nullable String hash) {
        return new Content(slug, name, tagline, description, category, tags, traits, greeting, systemPrompt,
                sampleConversations, promptVisibility, hash, nickname, alternateGreetings, promptSections,
                attribution, generation);
    }

    /** The same under another slug. */
    Content at(String slug) {
        return slug.equals(this.slug)
                ? this
                : new Content(slug, name, tagline, description, category, tags, traits, greeting, systemPrompt,
                        sampleConversations, promptVisibility, avatar, nickname, alternateGreetings, promptSections,
                        attribution, generation);
    }

    /** The same on another shelf. */
    Content on(Category category) {
        return category.equals(this.category)
                ? this
                : new Content(slug, name, tagline, description, category, tags, traits, greeting, systemPrompt,
                        sampleConversations, promptVisibility, avatar, nickname, alternateGreetings, promptSections,
                        attribution, generation);
    }

    /** The nickname, or as much of the name as Discord takes. */
    String discordName() {
        if (nickname != null) {
            return nickname;
        }
        return name.codePointCount(0, name.length()) <= DISCORD_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, DISCORD_NAME)).strip();
    }

    /** The one JSON text of this content: equal contents have equal texts. */
    String json() {
        return CANONICAL.writeValueAsString(this);
    }

    /** What {@link #json()} is the text of. */
    JsonNode tree() {
        return CANONICAL.valueToTree(this);
    }

    static Content fromJson(String json) {
        return CANONICAL.readValue(json, Content.class);
    }

    /** {@code sha256:} and the hexadecimal SHA-256 of {@link #json()}. */
    String hash() {
        return "sha256:" + Sha256.of(json());
    }
}
