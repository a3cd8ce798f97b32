package dev.personamarket.preview.moderation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WordListTests {

    private final WordList list = WordList.of("""
            # a comment
            illicit 0.9: cook meth, éclair heist
            illicit 0.3: meth
            sexual/minors 0.1: lolita
            """);

    @ParameterizedTest
    @ValueSource(strings = {"cook meth", "Please COOK METH!", "(cook  meth)", "cook-meth", "an eclair heist",
            "AN ÉCLAIR HEIST", "an e\u0301clair heist"})
    void termsAreFoundWhateverTheirCaseAccentsAndBorders(String text) {
        assertThat(scores(text)).containsEntry(Category.ILLICIT, 0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a method", "something", "Cook! A methodical one", "lolitas", "cook the meal"})
    void partsOfWordsAreNoTerms(String text) {
        assertThat(scores(text)).isEmpty();
    }

    @Test
    void theHighestScoreOfEachCategoryCounts() {
        assertThat(scores("Lolita, they cook meth. Meth!")).isEqualTo(Map.of(Category.ILLICIT, 0.9,
                Category.SEXUAL_MINORS, 0.1));
    }

    @Test
    void aLineThatIsNoneIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> WordList.of("rudeness 0.5: pah"));
        assertThatIllegalArgumentException().isThrownBy(() -> WordList.of("violence"));
    }

    @Test
    void theListThatWeShipKnowsTheGravestCategory() {
        assertThat(WordList.read(new ClassPathResource("moderation/words.txt")).categories())
                .contains(Category.SEXUAL_MINORS).hasSizeGreaterThan(8);
    }

    private Map<Category, Double> scores(String text) {
        return list.scores(text).blockOptional().orElseThrow();
    }
}
