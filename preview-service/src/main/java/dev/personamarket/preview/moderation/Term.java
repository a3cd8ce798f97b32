package dev.personamarket.preview.moderation;

import java.util.List;

/**
 * A word, or several in a row, that the list knows.
 *
 * @param score how sure it is of the category, above 0 up to 1
 */
record Term(Category category, double score, List<String> words) {

    /** How a text has a term. */
    enum Fit {
        NOT, BEGUN, WHOLE
    }

    /** Whether the term stands in the text from this word on; begun, when what comes next may complete it. */
    Fit fit(List<Word> text, int from) {
        for (var i = 0; i < words.size(); i++) {
            if (from + i == text.size()) {
                return Fit.BEGUN;
            }
            var word = text.get(from + i);
            if (word.open()) {
                return words.get(i).startsWith(word.text()) ? Fit.BEGUN : Fit.NOT;
            }
            if (!word.text().equals(words.get(i))) {
                return Fit.NOT;
            }
        }
        return Fit.WHOLE;
    }
}
