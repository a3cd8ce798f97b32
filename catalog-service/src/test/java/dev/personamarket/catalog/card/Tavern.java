package dev.personamarket.catalog.card;

import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules by which the most used program for cards decides whether it takes one.
 *
 * @see <a href="https://github.com/SillyTavern/SillyTavern/blob/release/src/validator/TavernCardValidator.js">rules</a>
 */
final class Tavern {

    private static final List<String> REQUIRED = List.of("name", "description", "personality", "scenario", "first_mes",
            "mes_example", "creator_notes", "system_prompt", "post_history_instructions", "alternate_greetings", "tags",
            "creator", "character_version", "extensions");

    private Tavern() {}

    static void assertTakes(JsonNode card, CardSpec spec) {
        assertThat(card.path("spec").asString()).isEqualTo(spec.code());
        assertThat(card.path("spec_version").asString()).isEqualTo(spec.version());
        var data = card.path("data");
        assertThat(REQUIRED).allMatch(data::has);
        assertThat(data.path("alternate_greetings").isArray()).isTrue();
        assertThat(data.path("tags").isArray()).isTrue();
        assertThat(data.path("extensions").isObject()).isTrue();
        assertThat(REQUIRED.subList(0, 9)).allMatch(field -> data.path(field).isString());
        var book = data.path("character_book");
        assertThat(book.isMissingNode() || book.path("entries").isArray() && book.path("extensions").isObject())
                .isTrue();
        if (spec == CardSpec.V3) {
            assertThat(data.path("group_only_greetings").isArray()).isTrue();
            assertThat(data.path("assets").isArray()).isTrue();
            assertThat(data.path("source").isArray()).isTrue();
            assertThat(data.path("creation_date").isIntegralNumber()).isTrue();
            assertThat(data.path("modification_date").asLong()).isBetween(1_000_000_000L, 100_000_000_000L);
            assertThat(book.path("entries")).allMatch(entry -> entry.path("use_regex").isBoolean());
        }
    }
}
