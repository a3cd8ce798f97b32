package dev.personamarket.catalog.card;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.Draft;
import dev.personamarket.catalog.personality.PersonalityTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our own part of a card's {@code extensions}: exactly what the personality is here, for a card that comes back. With
 * the digest of each field of the card, so that what was changed elsewhere since is taken from the card.
 *
 * @param avatar   the hash of its face
 * @param picture  the {@link PngFile#picture} that it was sent out in
 * @param exported the digests by the names of the fields
 */
record NativeFields(PersonalityTemplate template, @Nullable String avatar, @Nullable String picture,
        JsonNode exported) {

    static final String NAMESPACE = "personality_marketplace";

    /** Those of the card that may differ from what is here; the last is not ours but decides about the face. */
    private static final List<String> FIELDS = List.of("name", "nickname", "description", "personality", "scenario",
            "system_prompt", "post_history_instructions", "first_mes", "alternate_greetings", "mes_example",
            "creator_notes", "tags", "creator", "character_version", "source", "assets");

    /** Nothing, if the card was never here or if what it says of that makes no sense. */
    static @Nullable NativeFields of(Card card) {
        var ours = card.field("extensions").path(NAMESPACE);
        try {
            return ours.path("exported").isObject()
                    ? new NativeFields(CardJson.as(ours, PersonalityTemplate.class), text(ours, "avatar"),
                            text(ours, "picture"), ours.path("exported"))
                    : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).asStringOpt().orElse(null);
    }

    boolean isUnchanged(Card card, String field) {
        return digest(card.data(), field).equals(exported.path(field).asString(""));
    }

    /** Whether the card still carries the picture that it was sent out with, if it was sent out with any. */
    boolean hasItsPicture(Card card) {
        return isUnchanged(card, "assets") && (card.png() == null || card.png().picture().equals(picture));
    }

    private static String digest(ObjectNode data, String field) {
        return data.has(field) ? CardJson.digest(data.path(field)) : "";
    }

    /** Writes them into a card that has all its other fields already. */
    static void write(ObjectNode data, Draft draft, @Nullable String picture) {
        var content = draft.content();
        var ours = CardJson.of(content).put("category", content.category().slug());
        ours.put("id", draft.id().toString()).put("contentHash", draft.contentHash());
        if (draft.version() != null) {
            ours.put("version", draft.version());
        }
        if (picture != null) {
            ours.put("picture", picture);
        }
        var exported = ours.putObject("exported");
        FIELDS.stream().filter(data::has).forEach(field -> exported.put(field, digest(data, field)));
        ((ObjectNode) data.path("extensions")).set(NAMESPACE, ours);
    }
}
