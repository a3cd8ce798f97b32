package dev.personamarket.preview.persona;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import io.r2dbc.spi.Readable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.defaults.database.Column.required;

/** Reads personalities from rows of {@code persona_version}, their macros expanded. */
record PersonaRows(JsonMapper json) {

    private static final TypeReference<List<List<ChatMessage>>> CONVERSATIONS = new TypeReference<>() {};

    Persona persona(Readable row) {
        var name = required(row, "name", String.class);
        var sections = row.get("prompt_sections", String.class);
        var generation = row.get("generation", String.class);
        var persona = new Persona(required(row, "personality_id", UUID.class),
                required(row, "version", Integer.class), name, required(row, "system_prompt", String.class),
                required(row, "greeting", String.class),
                json.readValue(required(row, "examples", String.class), CONVERSATIONS),
                sections == null ? PromptSections.NONE : json.readValue(sections, PromptSections.class),
                generation == null ? Generation.USUAL : json.readValue(generation, Generation.class),
                required(row, "open", Boolean.class));
        return new Macros(Objects.requireNonNullElse(row.get("nickname", String.class), name)).expand(persona);
    }
}
