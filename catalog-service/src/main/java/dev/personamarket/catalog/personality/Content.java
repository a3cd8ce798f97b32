package dev.personamarket.catalog.personality;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * All that a version says: what is edited as a draft and, once published, served without change.
 *
 * @param category the one that it is listed under
 * @param avatar   the hash of its face's bytes, if it has one
 */
public record Content(String slug, String name, String tagline, String description, Category category,
        List<String> tags, List<Trait> traits, String greeting, String systemPrompt,
        List<List<Turn>> sampleConversations, PromptVisibility promptVisibility, @Nullable String avatar) {

    /** Its text is hashed and stored: the order of properties must never depend on the order of declaration. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    public Content {
        tags = List.copyOf(tags);
        traits = List.copyOf(traits);
        sampleConversations = sampleConversations.stream().map(List::copyOf).toList();
    }

    Content withAvatar(@Nullable String hash) {
        return new Content(slug, name, tagline, description, category, tags, traits, greeting, systemPrompt,
                sampleConversations, promptVisibility, hash);
    }

    /** The one JSON text of this content: equal contents have equal texts. */
    String json() {
        return CANONICAL.writeValueAsString(this);
    }

    static Content fromJson(String json) {
        return CANONICAL.readValue(json, Content.class);
    }

    /** {@code sha256:} and the hexadecimal SHA-256 of {@link #json()}. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json().getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
