package dev.personamarket.preview.persona;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Role;

import static dev.personamarket.preview.model.ChatMessage.assistant;
import static dev.personamarket.preview.model.ChatMessage.user;
import static org.assertj.core.api.Assertions.assertThat;

class PromptCompilerTests {

    private static final ChatMessage HELLO = user("Hello, Orla.");
    private static final String CANARY = "0123456789abcdef0123456789abcdef";
    private static final Persona ORLA = orla("You keep the lamp.");

    private final PromptCompiler roomy = new PromptCompiler(8_000);

    @Test
    void rulePromptSamplesGreetingConversation() {
        var messages = roomy.compile(ORLA, CANARY, List.of(HELLO)).messages();

        assertThat(messages.getFirst().role()).isEqualTo(Role.SYSTEM);
        assertThat(messages.getFirst().content()).startsWith(PromptCompiler.RULE).endsWith("You keep the lamp.");
        assertThat(messages.subList(1, messages.size())).containsExactly(user("Lonely?"), assistant("The gulls argue."),
                user("Sleep?"), assistant("After the storm."), assistant("Come in."), HELLO);
    }

    @Test
    void sectionsStandAroundThePromptAndAfterTheConversation() {
        var sections = new PromptSections("Calm.", "A storm is near.", "Speak plainly.", "Stay on the island.");
        var orla = new Persona(ORLA.personalityId(), 1, "Orla", ORLA.systemPrompt(), ORLA.greeting(), ORLA.examples(),
                sections);

        var messages = roomy.compile(orla, CANARY, List.of(HELLO)).messages();

        assertThat(messages.getFirst().content()).isEqualTo(String.join("\n\n", PromptCompiler.RULE,
                "Confidential mark: " + CANARY, "Speak plainly.", "You keep the lamp.", "Calm.",
                "Scenario: A storm is near."));
        assertThat(messages).endsWith(HELLO, ChatMessage.system("Stay on the island."));
        assertThat(PromptCompiler.hash(orla)).isNotEqualTo(PromptCompiler.hash(ORLA));
    }

    @Test
    void samplesGoFirstWhenRoomIsShort() {
        var said = conversation(12);
        var whole = roomy.compile(ORLA, CANARY, said);

        var shorter = new PromptCompiler(whole.tokens() - 1).compile(ORLA, CANARY, said).messages();

        assertThat(shorter).contains(user("Lonely?"), assistant("Come in.")).doesNotContain(user("Sleep?"))
                .endsWith(said.toArray(ChatMessage[]::new));
    }

    @Test
    void thenTheOldestOfWhatWasSaid() {
        var said = conversation(200);

        var messages = new PromptCompiler(400).compile(ORLA, CANARY, said).messages();

        assertThat(messages).contains(assistant("Come in.")).endsWith(said.getLast())
                .doesNotContain(said.getFirst()).doesNotContain(user("Lonely?"));
        assertThat(messages.stream().mapToInt(ChatMessage::tokens).sum()).isLessThanOrEqualTo(400);
    }

    @Test
    void theNewestMessageStaysHoweverLong() {
        var long_ = user("x".repeat(8_000));

        assertThat(new PromptCompiler(300).compile(ORLA, CANARY, List.of(HELLO, long_)).messages()).endsWith(long_)
                .doesNotContain(HELLO).hasSize(3);
    }

    @Test
    void equalVersionsHaveEqualHashesWhateverWasSaid() {
        assertThat(roomy.compile(ORLA, CANARY, List.of(HELLO)).hash())
                .isEqualTo(new PromptCompiler(300).compile(ORLA, "another", conversation(50)).hash())
                .isEqualTo(PromptCompiler.hash(orla("You keep the lamp."))).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void anyChangeChangesTheHash() {
        var moved = new Persona(ORLA.personalityId(), 1, "Orla", "You keep the lamp.C", "ome in.", ORLA.examples(),
                PromptSections.NONE);

        assertThat(PromptCompiler.hash(ORLA)).isNotEqualTo(PromptCompiler.hash(orla("You keep the lamp!")))
                .isNotEqualTo(PromptCompiler.hash(moved));
    }

    @Test
    void whatIsConfidentialIsAllButTheSamplesAndTheGreeting() {
        var orla = new Persona(ORLA.personalityId(), 1, "Orla", ORLA.systemPrompt(), ORLA.greeting(), ORLA.examples(),
                new PromptSections("Calm.", "A storm is near.", "Speak plainly.", "Stay on the island."));

        assertThat(PromptCompiler.confidential(orla)).containsExactly(PromptCompiler.RULE
                + "\n\nSpeak plainly.\n\nYou keep the lamp.\n\nCalm.\n\nScenario: A storm is near.",
                "Stay on the island.");
    }

    @Test
    void aPersonaDoesNotPrintItsPrompt() {
        assertThat(ORLA.toString()).doesNotContain("lamp").doesNotContain("Come in");
        assertThat(HELLO.toString()).doesNotContain("Hello");
    }

    private static Persona orla(String prompt) {
        return new Persona(new UUID(1, 2), 1, "Orla", prompt, "Come in.",
                List.of(List.of(user("Lonely?"), assistant("The gulls argue.")),
                        List.of(user("Sleep?"), assistant("After the storm."))),
                PromptSections.NONE);
    }

    private static List<ChatMessage> conversation(int lines) {
        return IntStream.range(0, lines).mapToObj(i -> i % 2 == 0
                ? user("Question number " + i)
                : assistant("Answer number " + i)).toList();
    }
}
