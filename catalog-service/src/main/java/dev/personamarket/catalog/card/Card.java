package dev.personamarket.catalog.card;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card that could be read.
 *
 * @param raw     all that it says
 * @param image   the PNG that it came in
 * @param png     what is known of that PNG
 * @param archive the CHARX file that it came in
 */
record Card(CardSpec spec, ObjectNode raw, byte @Nullable [] image, @Nullable PngFile png, @Nullable Charx archive) {

    /** Where its fields are: in the first edition, at the top. */
    ObjectNode data() {
        return data(spec, raw);
    }

    static ObjectNode data(CardSpec spec, ObjectNode raw) {
        return spec == CardSpec.V1 ? raw : (ObjectNode) raw.path("data");
    }

    JsonNode field(String name) {
        return data().path(name);
    }
}
