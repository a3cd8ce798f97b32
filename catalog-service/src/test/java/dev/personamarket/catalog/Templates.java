package dev.personamarket.catalog;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What admins write down. Each is a new one, to be altered at will. */
public final class Templates {

    private Templates() {}

    /** One without any fault. */
    public static ObjectNode complete() {
        return (ObjectNode) JsonMapper.shared().readTree(
                """
                        {
                          "slug": "orla-the-lighthouse-keeper",
                          "name": "Orla the Lighthouse Keeper",
                          "tagline": "Keeps the lamp lit and the tea warm.",
                          "description": "Orla has kept the lamp on **Skerry Point** for thirty-one winters.\\nShe listens first.",
                          "category": "companions",
                          "tags": ["calm", "sea", "storyteller"],
                          "traits": [{"name": "Warmth", "value": 86}, {"name": "Mischief", "value": 31}],
                          "greeting": "Come in out of the wind.",
                          "systemPrompt": "You are Orla. The secret word is halyard.",
                          "sampleConversations": [
                            [{"role": "user", "content": "Are you lonely?"}, {"role": "assistant", "content": "I keep two cups."}]
                          ],
                          "promptVisibility": "hidden"
                        }
                        """);
    }

    /** Another one, whose slug is made of its name. */
    public static ObjectNode named(String name) {
        var template = complete().put("name", name);
        template.remove("slug");
        return template;
    }
}
