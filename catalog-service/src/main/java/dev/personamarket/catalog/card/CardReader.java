package dev.personamarket.catalog.card;

import java.util.Base64;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Finds the card in a file. What kind of file it is, its bytes say, never its name. */
final class CardReader {

    private static final Set<String> FIELDS_OF_V1 = Set.of("description", "personality", "scenario", "first_mes",
            "mes_example");

    private CardReader() {}

    static Card read(byte[] bytes) {
        if (PngFile.is(bytes)) {
            var png = PngFile.read(bytes);
            return card(CardJson.read(text(png)), bytes, png, null);
        }
        if (Charx.is(bytes)) {
            var archive = Charx.read(bytes);
            return card(CardJson.read(archive.card()), null, null, archive);
        }
        if (CardJson.looksLike(bytes)) {
            return card(CardJson.read(bytes), null, null, null);
        }
        throw Refusal.unsupported("The file is neither a PNG nor a CHARX file nor JSON.");
    }

    private static byte[] text(PngFile png) {
        var text = png.card();
        if (text == null) {
            throw Refusal.unsupported("There is no card in the PNG.");
        }
        try {
            return Base64.getDecoder().decode(new String(text, ISO_8859_1).replaceAll("\\s+", ""));
        } catch (IllegalArgumentException _) {
            throw Refusal.unreadable("The card in the PNG is broken: it is not in base64.");
        }
    }

    private static Card card(ObjectNode raw, byte @Nullable [] image, @Nullable PngFile png, @Nullable Charx archive) {
        return new Card(spec(raw), raw, image, png, archive);
    }

    private static CardSpec spec(ObjectNode raw) {
        var spec = raw.path("spec").asString("");
        if (spec.startsWith("lorebook")) {
            throw Refusal.unsupported("This is a lorebook without a character.");
        }
        if (raw.path("data").isObject()) {
            return spec.isEmpty() || spec.equals(CardSpec.V2.code()) ? CardSpec.V2 : CardSpec.V3;
        }
        if (raw.has("name") && FIELDS_OF_V1.stream().anyMatch(raw::has)) {
            return CardSpec.V1;
        }
        throw Refusal.unsupported("The JSON is no character card.");
    }
}
