package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptCompiler;
import dev.personamarket.preview.persona.PromptSections;

import static dev.personamarket.preview.model.ChatMessage.assistant;
import static dev.personamarket.preview.model.ChatMessage.user;
import static org.assertj.core.api.Assertions.assertThat;

class TurnPromptsTests {

    private static final Persona ORLA = new Persona(new UUID(1, 2), 1, "Orla", "You keep the lamp.", "Come in.",
            List.of(), new PromptSections(null, null, null, "Stay on the island."));
    private static final String CANARY = "canary";
    private static final ChatMessage LAST = ChatMessage.system("Stay on the island.");

    @Test
    void aMessageIsAnswered() {
        var said = List.of(user("Hello!"));

        assertThat(prompts(8_000).of(turn(null, said), CANARY))
                .isEqualTo(new PromptCompiler(8_000).compile(ORLA, CANARY, said));
    }

    @Test
    void anUnfinishedAnswerIsContinuedAndThatIsSaidLast() {
        var said = List.of(user("Hello!"), assistant("Well m"));

        var prompt = prompts(8_000).of(turn("Well m", said), CANARY);

        assertThat(prompt.messages()).endsWith(user("Hello!"), assistant("Well m"), LAST, TurnPrompts.GO_ON);
        assertThat(prompt.hash()).isEqualTo(PromptCompiler.hash(ORLA));
    }

    @Test
    void aMessageThatWasNeverAnsweredIsSimplyAnswered() {
        var said = List.of(user("Hello!"));

        assertThat(prompts(8_000).of(turn("", said), CANARY).messages()).endsWith(user("Hello!"), LAST);
    }

    @Test
    void allOfItKeepsToTheBudget() {
        var said = List.of(user("x".repeat(1_000)), assistant("y".repeat(100)), user("Hello!"), assistant("Well m"));
        var whole = prompts(8_000).of(turn("Well m", said), CANARY).tokens();

        var shorter = prompts(whole - 1).of(turn("Well m", said), CANARY);

        assertThat(shorter.tokens()).isLessThan(whole);
        assertThat(shorter.messages()).doesNotContain(said.getFirst()).contains(said.get(1), said.get(2), said.get(3));
    }

    private static TurnPrompts prompts(int budget) {
        return new TurnPrompts(new PromptCompiler(budget));
    }

    private static Turn turn(@Nullable String unfinished, List<ChatMessage> said) {
        return new Turn(new UUID(3, 4), 1, 2, unfinished, null, ORLA, said, 5);
    }
}
