package dev.personamarket.catalog.card;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Personalities without a fault that nobody would think of; the same for the same seed. */
final class RandomTemplates {

    private static final List<String> WORDS = List.of("lamp", "Zoë", "🦊", "日本語", "\"quoted\"", "{{char}}", "{{user}}:",
            "<START>", "{{random:a,b}}", "\\n", "<b>bold</b>", "&amp;", "**strong**", "it's", "a\tb", "\u200dیک", "-",
            "#1",
            "@@depth 4", "https://example.org/?a=b&c", "You:", "%s", "$1", "\\u0000", "é", "{{original}}", "'",
            "<script>",
            "\n", "\n\n", "\n{{char}}:", "\n<START>\n", "\u00a0", "ſ", "İ");
    private static final List<String> SHELVES = List.of("companions", "storytelling", "games", "learning", "kitchen");

    private final Random random;

    private RandomTemplates(long seed) {
        this.random = new Random(seed);
    }

    static ObjectNode of(long seed) {
        return new RandomTemplates(seed).template(seed);
    }

    private ObjectNode template(long seed) {
        var template = JsonMapper.shared().createObjectNode().put("slug", "random-" + Long.toHexString(seed))
                .put("name", line(1, 5)).put("tagline", line(1, 8)).put("description", prose(1, 60))
                .put("category", any(SHELVES)).put("greeting", prose(1, 30)).put("systemPrompt", prose(1, 80))
                .put("promptVisibility", random.nextBoolean() ? "open" : "hidden");
        texts(template.putArray("tags"), random.nextInt(21), "tag");
        var traits = template.putArray("traits");
        IntStream.rangeClosed(0, random.nextInt(8)).forEach(i -> traits.addObject().put("name", "Trait, " + i)
                .put("value", random.nextInt(101)));
        maybe(() -> template.put("nickname", "Nick " + random.nextInt(99)));
        maybe(() -> IntStream.rangeClosed(0, random.nextInt(5)).forEach(_ -> template.withArray("alternateGreetings")
                .add(prose(1, 10))));
        maybe(() -> IntStream.rangeClosed(0, random.nextInt(4)).forEach(_ -> conversation(
                template.withArray("sampleConversations").addArray())));
        for (var section : List.of("personality", "scenario", "systemOverride", "postHistory")) {
            maybe(() -> template.withObject("promptSections").put(section, prose(1, 10)));
        }
        maybe(() -> template.withObject("attribution").put("creator", line(1, 4)));
        maybe(() -> template.withObject("generation").put("model", "model-" + random.nextInt(9)));
        maybe(() -> template.withObject("generation").put("temperature", random.nextInt(21) / 10.0));
        maybe(() -> template.withObject("attribution").put("cardVersion", line(1, 2)));
        maybe(() -> texts(template.withObject("attribution").putArray("source"), 3, "https://example.org/"));
        return template;
    }

    private void conversation(ArrayNode turns) {
        IntStream.rangeClosed(0, random.nextInt(6)).forEach(i -> turns.addObject()
                .put("role", i % 2 == 0 ? "user" : "assistant").put("content", prose(1, 15)));
    }

    private void texts(ArrayNode array, int count, String prefix) {
        IntStream.range(0, count).forEach(i -> array.add(prefix + i + any(List.of("", " é", " 🦊", "-x"))));
    }

    private void maybe(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private String line(int fewest, int most) {
        return filled(prose(fewest, most).replaceAll("[\\s\\p{Cc}]+", " ").strip(), most);
    }

    private static String filled(String text, int most) {
        var filled = text.isEmpty() ? "Somebody" : text;
        return filled.length() > most * 20 ? filled.substring(0, 10) : filled;
    }

    private String prose(int fewest, int most) {
        var text = IntStream.range(0, fewest + random.nextInt(most)).mapToObj(_ -> any(WORDS))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return clean.isEmpty() ? "…" : clean;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
