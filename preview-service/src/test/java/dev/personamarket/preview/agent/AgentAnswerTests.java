package dev.personamarket.preview.agent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Replacement;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptSections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AgentAnswerTests {

    private static final Persona ORLA = new Persona(new UUID(1, 2), 1, "Orla", "You keep the lamp.", "Come in.",
            List.of(), new PromptSections(null, null, null, null));
    private static final List<ChatMessage> SAID = List.of(ChatMessage.user("Hello!"));

    private final AgentAnswer answer = take(1);

    @Test
    void itIsToldHowFarItCameAndOnlyWhenItCameFurther() {
        assertThat(answer.progress()).isEmpty();
        answer.hear(new Token("One "));
        assertThat(answer.progress()).hasValueSatisfying(told -> {
            assertThat(told.text()).isEqualTo("One ");
            assertThat(told.sequence()).isEqualTo(1);
        });
        assertThat(answer.progress()).isEmpty();
        answer.hear(new Token("two."));
        assertThat(answer.progress()).hasValueSatisfying(told -> assertThat(told.sequence()).isEqualTo(2));
    }

    @Test
    void whatTakesThePlaceOfAnAnswerIsProgress() {
        answer.hear(new Token("The lamp oil is "));
        answer.progress();
        answer.hear(new Replacement("No."));

        assertThat(answer.progress()).hasValueSatisfying(told -> assertThat(told.text()).isEqualTo("No."));
    }

    @Test
    void theNextTryIsNewerThanAllOfTheLast() {
        var next = take(2);
        next.hear(new Token("O"));

        assertThat(next.progress()).hasValueSatisfying(told -> assertThat(told.sequence()).isGreaterThan(10_000));
    }

    @Test
    void nobodyIsShownNothing() {
        answer.hear(new Token(" \n"));

        assertThat(answer.progress()).isEmpty();
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> answer.hear(new Finished("stop", Usage.NONE)));
    }

    @Test
    void anEventHoldsSixteenThousandCharacters() {
        answer.hear(new Token("x".repeat(16_001)));

        assertThat(answer.answered(1).text()).hasSize(16_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One horn for every hundred heartbeats. And betw | true
            Fog? Then I cou                                 | true
            霧が来る。そし                                   | true
            One horn for every hundred                      | false
            ...                                             | false
            """)
    void aPartIsOfUseWhenItSaysSomething(String text, boolean ofUse) {
        answer.hear(new Token(text));

        assertThat(answer.isOfUse()).isEqualTo(ofUse);
    }

    private static AgentAnswer take(int number) {
        var turn = new AgentTurn(new UUID(3, 4), number, new UUID(5, 6), ORLA.personalityId(), 1, "1", new UUID(7, 8),
                false, SAID);
        return new AgentAnswer(turn, ORLA, new Prompt(SAID, "sha256:", Generation.USUAL),
                new Reservation(UUID.randomUUID(), LocalDate.EPOCH, List.of(), null));
    }
}
