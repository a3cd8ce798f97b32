package dev.personamarket.preview.guard;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTests {

    @ParameterizedTest
    @ValueSource(strings = {"You keep the lamp", "YOU KEEP\nTHE\r\n\tLAMP!", "y-o-u k.e.e.p t h e “lamp”",
            "Y\u200Bou\u00AD k\u2060eep\uFEFF the lamp", "Ｙｏｕ ｋｅｅｐ ｔｈｅ ｌａｍｐ", "Yóu kéép thë lämp",
            "Yo\u0301u k\u0308eep the lamp", "𝐘𝐨𝐮 𝓴𝓮𝓮𝓹 𝖙𝖍𝖊 𝚕𝚊𝚖𝚙", "Ⓨⓞⓤ ⓚⓔⓔⓟ ⓣⓗⓔ ⓛⓐⓜⓟ",
            "**You** 🌊 keep 🐦 _the_ `lamp`"})
    void theSettingDoesNotMatter(String text) {
        assertThat(folded(text)).isEqualTo("youkeepthelamp");
    }

    @Test
    void lettersAndDigitsOfAllScriptsStay() {
        assertThat(folded("Ωmega ﬁve №7 灯台守 ½")).isEqualTo("ωmegafiveno7灯台守12");
    }

    @Test
    void aWholeTextFoldsAsItsCharactersDo() {
        var text = "Straße, İstanbul, 한국, ﷺ, e\u0301";

        assertThat(Folding.of(text))
                .isEqualTo(text.codePoints().mapToObj(Character::toString).map(Folding::of).flatMapToInt(Arrays::stream)
                        .toArray());
    }

    private static String folded(String text) {
        return new String(Folding.of(text), 0, Folding.of(text).length);
    }
}
