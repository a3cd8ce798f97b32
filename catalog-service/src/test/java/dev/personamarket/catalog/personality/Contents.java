package dev.personamarket.catalog.personality;

import java.util.List;

/** Contents to tell stories with. */
final class Contents {

    private Contents() {}

    static Content orla() {
        return new Content("orla", "Orla", "Keeps the lamp lit.", "Thirty-one winters on Skerry Point.",
                new Category("companions", "Companions"), List.of("sea"), List.of(new Trait("Warmth", 86)),
                "Come in out of the wind.", "You are Orla.",
                List.of(List.of(new Turn(Turn.Role.USER, "Are you lonely?"),
                        new Turn(Turn.Role.ASSISTANT, "I keep two cups."))),
                PromptVisibility.HIDDEN, null, null, List.of(), null, null, null);
    }

    static Content orlaSaying(String greeting) {
        var orla = orla();
        return new Content(orla.slug(), orla.name(), orla.tagline(), orla.description(), orla.category(), orla.tags(),
                orla.traits(), greeting, orla.systemPrompt(), orla.sampleConversations(), orla.promptVisibility(),
                orla.avatar(), null, List.of(), null, null, null);
    }

    static Content orlaAt(String slug) {
        var orla = orla();
        return new Content(slug, orla.name(), orla.tagline(), orla.description(), orla.category(), orla.tags(),
                orla.traits(), orla.greeting(), orla.systemPrompt(), orla.sampleConversations(),
                orla.promptVisibility(), orla.avatar(), null, List.of(), null, null, null);
    }

    static Content named(String name) {
        var orla = orla();
        return new Content(orla.slug(), name, orla.tagline(), orla.description(), orla.category(), orla.tags(),
                orla.traits(), orla.greeting(), orla.systemPrompt(), orla.sampleConversations(),
                orla.promptVisibility(), orla.avatar(), null, List.of(), null, null, null);
    }

    /** One that uses all that content may have. */
    static Content imported() {
        var orla = orla();
        return new Content(orla.slug(), "Orla of the Lighthouse on Skerry Point", orla.tagline(), orla.description(),
                orla.category(), orla.tags(), orla.traits(), orla.greeting(), orla.systemPrompt(),
                orla.sampleConversations(), orla.promptVisibility(), "ab".repeat(32), "Orla", List.of("Ahoy."),
                new PromptSections("Calm.", "A storm is near.", "Write as {{char}}.", "Stay on the island."),
                new Attribution("keeper", "1.2", List.of("https://example.org/orla")),
                new Generation("small-model", 0.7));
    }
}
