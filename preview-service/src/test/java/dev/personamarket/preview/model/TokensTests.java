package dev.personamarket.preview.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTests {

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "four, 1", "fives, 2", "漢字, 2", "🙂, 1", "café 漢, 3"})
    void latinTextIsCountedByFoursAndOtherScriptsByOnes(String text, int tokens) {
        assertThat(Tokens.estimate(text)).isEqualTo(tokens);
    }
}
