package dev.personamarket.catalog.card;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class ExamplesTests {

    @Test
    void areTurnsOfTheUserAndOfTheCharacterWhateverItIsCalled() {
        var parsed = Examples.parse(
                "<start>\n{{User}}: Hi.\nOrla (the Keeper): Yes?\nCome in.\n<BOT>: Sit.\nYou: Thanks.",
                List.of("Orla (the Keeper)", ""));

        assertThat(parsed.unused()).isFalse();
        assertThat(parsed.conversations()).containsExactly(List.of(new TurnTemplate("user", "Hi."),
                new TurnTemplate("assistant", "Yes?\nCome in.\nSit."), new TurnTemplate("user", "Thanks.")));
    }

    @Test
    void areLeftOutWhereNobodySpeaksOrTheCharacterBegins() {
        var parsed = Examples.parse(
                "<START>\nIt is dark.\n{{user}}: Hi.\n<START>\n{{char}}: I begin.\n<START>\n{{user}}: ",
                List.of());

        assertThat(parsed.conversations()).isEmpty();
        assertThat(parsed.unused()).isTrue();
    }

    @Test
    void areLeftOutBeyondWhatThereIsRoomFor() {
        var long4000 = "<START>\n{{user}}: " + "a".repeat(4000) + "\n";

        assertThat(Examples.parse(long4000.repeat(11), List.of()).conversations()).hasSize(10);
        assertThat(Examples.parse("<START>\n{{user}}: Hi.\n".repeat(21), List.of()).conversations()).hasSize(20);
        assertThat(Examples.parse("<START>\n{{user}}: " + "\n".repeat(300_000), List.of()).unused()).isTrue();
    }

    @Test
    void areNothingWhereNothingIsSaid() {
        assertThat(Examples.parse(" \n", List.of())).isEqualTo(new Examples.Parsed(List.of(), false));
    }
}
