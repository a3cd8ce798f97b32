package dev.personamarket.catalog.card;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Stream;

import dev.personamarket.defaults.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The JSON of cards, which comes from strangers: at most 2 MiB, 32 levels deep, and nothing that cannot be stored. */
final class CardJson {

    static final int LARGEST = 2 * 1024 * 1024;
    private static final int DEEPEST = 32;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Numbers stay as they are written, so that what is exported is equal to what came. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LARGEST)
                    .maxNameLength(1000).maxNumberLength(400).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private CardJson() {}

    static ObjectNode read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusal.tooLarge("The JSON of a card may have 2 MiB.");
        }
        if (!(parse(text(bytes)) instanceof ObjectNode card)) {
            throw Refusal.unsupported("The JSON is no object, and so no card.");
        }
        refuseWhatCannotBeStored(card);
        return card;
    }

    private static String text(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Refusal.unreadable("The JSON is not in UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw Refusal.tooLarge("The JSON goes beyond a limit: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw Refusal.unreadable("The JSON is broken: " + e.getOriginalMessage());
        }
    }

    /** No database text has a NUL, and no UTF-8 has half of a surrogate pair. */
    private static void refuseWhatCannotBeStored(JsonNode node) {
        if (node.isString()) {
            check(node.stringValue());
        }
        node.propertyNames().forEach(CardJson::check);
        node.forEach(CardJson::refuseWhatCannotBeStored);
    }

    private static void check(String text) {
        if (text.indexOf(0) >= 0) {
            throw Refusal.unreadable("A text of the card contains a NUL character.");
        }
        if (text.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE)) {
            throw Refusal.unreadable("A text of the card contains half of a character.");
        }
    }

    /** Whether these may be the bytes of a JSON object. */
    static boolean looksLike(byte[] bytes) {
        var start = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        return start < bytes.length && bytes[start] == '{';
    }

    /** A card that we have kept. */
    static ObjectNode kept(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode texts(Stream<String> texts) {
        var array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static <T> T as(JsonNode node, Class<T> type) {
        return JSON.treeToValue(node, type);
    }

    static ObjectNode of(Object value) {
        return JSON.valueToTree(value);
    }

    static String write(JsonNode node) {
        return JSON.writeValueAsString(node);
    }

    static byte[] pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }

    /** The SHA-256 of its text, in hexadecimal digits. */
    static String digest(JsonNode node) {
        return Sha256.of(write(node));
    }
}
