package dev.personamarket.preview.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personamarket.preview.model.ChatMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MacrosTests {

    @Test
    void standForTheNamesWhereverTheyAre() {
        var persona = persona("You are {{char}}, not {{Char}}les. <USER> is welcome.", "I am <bot>, {{user}}.",
                new PromptSections("{{char}} is calm.", null, "{{original}} Write as {{char}}.", null));

        var expanded = new Macros("Or$la").expand(persona);

        assertThat(expanded.systemPrompt()).isEqualTo("You are Or$la, not Or$lales. User is welcome.");
        assertThat(expanded.greeting()).isEqualTo("I am Or$la, User.");
        assertThat(expanded.examples()).containsExactly(List.of(ChatMessage.user("Or$la?")));
        assertThat(expanded.sections())
                .isEqualTo(new PromptSections("Or$la is calm.", null, "Write as Or$la.", null));
    }

    @Test
    void leaveEverythingElseAsItIs() {
        var persona = persona("{{random:a,b}} {char} {{get=http://localhost}}", "<b>bold</b>", PromptSections.NONE);

        assertThat(new Macros("Orla").expand(persona).systemPrompt()).isEqualTo(persona.systemPrompt());
        assertThat(new Macros("Orla").expand(persona).greeting()).isEqualTo(persona.greeting());
    }

    private static Persona persona(String prompt, String greeting, PromptSections sections) {
        return new Persona(new UUID(1, 2), 1, "Orla", prompt, greeting, List.of(List.of(ChatMessage.user("{{char}}?"))),
                sections);
    }
}
