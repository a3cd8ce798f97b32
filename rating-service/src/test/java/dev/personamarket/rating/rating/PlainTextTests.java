package dev.personamarket.rating.rating;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"Kind, and never in a hurry.", "One.\n\nTwo.\n\tThree.",
            "\ud83d\udc69\u200d\ud83d\ude80 to the moon",
            "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f wins",
            "1\ufe0f\u20e3 of a kind",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u05e9\u05dc\u05d5\u05dd (hello)\u200f!",
            "Ti\u1ebfng Vi\u1ec7t"})
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(PlainText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'a\u202eb\u202c', ab", "'\u2066a\u2069', a", "'in\u200bvisi\u2060ble\ufeff', invisible",
            "'soft\u00adly', softly",
            "'a \u200d\u200db\u200d\u200d\u200dc', 'a b\u200dc'", "'\udb40\udc68\udb40\udc69hi', hi",
            "'\u3164\u2800x', x"})
    void whatCannotBeSeenIsTakenOut(String text, String clean) {
        assertThat(PlainText.clean(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\u00a0\u2003", "\u200b\u200d", "\u202e\u202c", "\u3164"})
    void nothingToReadIsNothing(String text) {
        assertThat(PlainText.clean(text)).isNull();
    }

    @Test
    void lettersAreComposed() {
        assertThat(PlainText.clean("cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Test
    void everyKindOfLineBreakIsOneAndSeveralAreTwo() {
        assertThat(PlainText.clean("\u00a0 One.\r\nTwo.\rThree.\u2028Four.\n \n\u2003\n\n\nFive. \n"))
                .isEqualTo("One.\nTwo.\nThree.\nFour.\n\nFive.");
    }

    @Test
    void marksDoNotPileUp() {
        assertThat(PlainText.clean("q" + "\u0323".repeat(40) + "!")).isEqualTo("q" + "\u0323".repeat(4) + "!");
    }

    @Test
    void controlCharactersAreLeftForTheCheck() {
        assertThat(PlainText.clean("a\u0007b")).isEqualTo("a\u0007b");
        assertThat(new RateRequest(5, "a\u001b[31m").review()).isEqualTo("a\u001b[31m");
    }
}
