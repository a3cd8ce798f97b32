package dev.personamarket.catalog.personality;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

    @ParameterizedTest
    @CsvSource({"Orla the Lighthouse Keeper, orla-the-lighthouse-keeper", "Señor Günther, senor-gunther",
            "  R2-D2 & friends! , r2-d2-friends", "Łukasz, ukasz", "さくら, ''"})
    void areMadeOfNames(String name, String slug) {
        assertThat(Slug.from(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orla", "r2-d2", "7"})
    void areWordsOfAscii(String slug) {
        assertThat(Slug.isValid(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-orla", "orla-", "or--la", "Orla", "orla keeper", "orlá", "orla\u0000",
            "019cad9d-d245-7ebe-b1c5-3e9a0a1e6334",
            "a2345678901234567890123456789012345678901234567890123456789012345"})
    void areNothingElse(String slug) {
        assertThat(Slug.isValid(slug)).isFalse();
    }
}
