package dev.personamarket.catalog.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.personamarket.catalog.avatar.Png;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Card files to tell stories with. Each is a new one, to be altered at will. */
final class Files {

    private Files() {}

    static ObjectNode v1() {
        return json(
                """
                        {"name": "Orla", "description": "{{char}} keeps the light.", "personality": "calm, dry, kind",
                         "scenario": "A storm.", "first_mes": "Come in, {{user}}.", "talkativeness": 0.5,
                         "mes_example": "<START>\\n{{user}}: Are you lonely?\\n{{char}}: I keep two cups.\\n<START>\\nno one speaks"}
                        """);
    }

    /** With keys on all levels that no edition knows. */
    static ObjectNode v2() {
        return json(
                """
                        {"spec": "chara_card_v2", "spec_version": "2.0", "create_date": "2024-01-02 @10h", "name": "stale",
                         "data": {
                          "name": "Orla of Skerry Point", "description": "You are Orla.\\nThe word is *halyard*.",
                          "personality": "She has seen thirty-one winters and does not hurry for anybody any more.",
                          "scenario": "A storm is near, {{user}} knocks.", "first_mes": "Come in.",
                          "mes_example": "<START>\\nYou: Lonely?\\nOrla of Skerry Point: No.\\nNot at all.\\n<START>\\n{{char}}: I begin.",
                          "creator_notes": "<p>A <b>quiet</b> keeper. For long evenings.</p><script>alert(1)</script>",
                          "system_prompt": "{{original}} Write as {{char}}.", "post_history_instructions": "Stay on the island.",
                          "alternate_greetings": ["Ahoy.", "{{random:a,b}} you again?"],
                          "tags": ["Fantasy", "SFW", "fantasy", "Sea Story"], "creator": "keeper", "character_version": "1.2",
                          "extensions": {"chub": {"id": 12345678901234567890, "full_path": "a/b", "score": 1.50},
                                         "fav": false, "depth_prompt": {"depth": 4, "prompt": "", "role": "system"},
                                         "talkativeness": "0.5", "world": "Skerry"},
                          "character_book": {"name": "Skerry", "extensions": {"x": [1]}, "unknown_to_books": true, "entries": [
                            {"keys": ["lamp"], "content": "Never goes out.", "extensions": {"position": 0}, "enabled": true,
                             "insertion_order": 10, "unknown_to_entries": {"deep": null}}]},
                          "unknown_to_data": {"a": [1, 2.0, 1e3, {"b": "c"}]}
                         },
                         "unknown_at_the_top": [true]}
                        """);
    }

    static ObjectNode v3() {
        var card = v2().put("spec", "chara_card_v3").put("spec_version", "3.0");
        var data = (ObjectNode) card.path("data");
        data.put("nickname", "Orla").put("creation_date", 1700000000).putArray("group_only_greetings")
                .add("Hello all.");
        data.putObject("creator_notes_multilingual").put("en", "A quiet keeper.").put("de", "Eine stille Wärterin.");
        data.putArray("source").add("https://example.org/orla");
        data.putArray("assets").add(asset("icon", "main", "ccdefault:"))
                .add(asset("background", "b", "embeded://b.webp"))
                .add(asset("x_custom", "y", "https://example.org/y.png").put("unknown_to_assets", 1));
        ((ObjectNode) data.at("/character_book/entries/0")).put("use_regex", true).put("content",
                "@@depth 4\nNever goes out.");
        return card;
    }

    static ObjectNode asset(String type, String name, String uri) {
        return JsonMapper.shared().createObjectNode().put("type", type).put("name", name).put("uri", uri).put("ext",
                "png");
    }

    static ObjectNode data(ObjectNode card) {
        return (ObjectNode) card.path("data");
    }

    static ObjectNode json(String text) {
        return CardJson.read(text.getBytes(UTF_8));
    }

    static byte[] bytes(JsonNode card) {
        return CardJson.write(card).getBytes(UTF_8);
    }

    /** A small picture that can be decoded. */
    static byte[] picture() {
        return drawn(new UUID(7, 7));
    }

    /** The face of a personality that has none. */
    static byte[] drawn(UUID id) {
        return Objects.requireNonNull(Png.drawn(id).block());
    }

    static byte[] png(String keyword, JsonNode card) {
        return PngFile.with(picture(), keyword, base64(card));
    }

    static byte[] base64(JsonNode card) {
        return Base64.getEncoder().encode(bytes(card));
    }

    static byte[] charx(JsonNode card, Map<String, byte[]> assets) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("card.json", bytes(card));
        entries.putAll(assets);
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** What a card PNG says under a keyword. */
    static ObjectNode card(byte[] png, String keyword) {
        var text = PngFile.read(png).texts().get(keyword);
        return CardJson.read(Base64.getDecoder().decode(new String(text == null ? new byte[0] : text, ISO_8859_1)));
    }

    /** The header of a PNG that claims to be of this size, and its end. */
    static byte[] emptyPng(int width, int height) {
        var bytes = picture();
        var header = ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bytes, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return bytes;
    }
}
