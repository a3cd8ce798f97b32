package dev.personamarket.preview.moderation;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeldWordsTests {

    private final HeldWords held = new HeldWords(WordList.of("illicit 0.9: cook meth, heroin").terms(_ -> true));

    @Test
    void whatCannotBeginATermPassesAtOnce() {
        assertThat(passed("Good ", "mor", "ning", "!")).containsExactly("Good ", "mor", "ning", "!");
    }

    @Test
    void whatCouldBeginATermWaitsUntilItIsKnownToBeNone() {
        assertThat(passed("A he", "ro", " sails")).containsExactly("A ", "", "hero sails");
        assertThat(passed(". I c", "ook ", "me", "als")).containsExactly(". I ", "", "", "cook meals");
    }

    @Test
    void aTermIsFoundAcrossPieces() {
        assertThat(passed("You co", "ok m", "eth")).containsExactly("You ", "", "");

        assertThat(held.add(" now")).isEqualTo(Category.ILLICIT);
    }

    @Test
    void aTermIsFoundAtTheEnd() {
        passed("It is her", "oin");

        assertThat(held.end()).isEqualTo(Category.ILLICIT);
    }

    @Test
    void whatGoesOnIsNotTheTerm() {
        passed("It is heroin");

        assertThat(held.add("ism")).isNull();
        assertThat(held.pass()).isEqualTo("heroinism");
    }

    @Test
    void theEndOfAWordIsNoWord() {
        assertThat(passed("anti", "heroin", " is")).containsExactly("anti", "heroin", " is");
    }

    @Test
    void whatWaitedAtTheEndIsNotLost() {
        passed("I cook");

        assertThat(held.end()).isNull();
        assertThat(held.rest()).isEqualTo("cook");
    }

    private List<String> passed(String... pieces) {
        var passed = new ArrayList<String>();
        for (var piece : pieces) {
            assertThat(held.add(piece)).isNull();
            passed.add(held.pass());
        }
        return passed;
    }
}
