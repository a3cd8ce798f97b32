package dev.personamarket.preview.guard;

import java.text.Normalizer;
import java.util.function.IntConsumer;

/**
 * What a text says when it does not matter how it is set: letters and digits alone, in lower case, without accents, full
 * width, circles or ligatures (Unicode's compatibility decomposition). White space, punctuation, line breaks and
 * characters without width are not there. Character by character, so that a stream folds as a whole text does.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalisation forms</a>
 */
final class Folding {

    private static final int ASCII_END = 0x80;

    private Folding() {}

    static int[] of(String text) {
        return text.codePoints().mapMulti(Folding::fold).toArray();
    }

    /** Hands on what is left of one character: mostly one or none, several of a ligature. */
    static void fold(int character, IntConsumer rest) {
        if (character < ASCII_END) {
            keep(character, rest);
        } else {
            Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD).codePoints()
                    .forEach(part -> keep(part, rest));
        }
    }

    private static void keep(int character, IntConsumer rest) {
        if (Character.isLetterOrDigit(character)) {
            rest.accept(Character.toLowerCase(character));
        }
    }
}
