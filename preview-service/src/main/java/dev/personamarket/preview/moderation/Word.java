package dev.personamarket.preview.moderation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param start where it begins in the text
 * @param text  in lower case and without accents
 * @param open  whether it may go on, since the text ends with it and more is to come
 */
record Word(int start, String text, boolean open) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The words of a text that is complete. */
    static List<Word> of(String text) {
        return WORD.matcher(text).results().map(found -> new Word(found.start(), normal(found.group()), false))
                .toList();
    }

    /** The words of a text that may go on. */
    static List<Word> soFar(String text) {
        return WORD.matcher(text).results().map(found -> new Word(found.start(), normal(found.group()),
                found.end() == text.length())).toList();
    }

    static boolean endsWithin(String text) {
        return !text.isEmpty() && WORD.matcher(Character.toString(text.codePointBefore(text.length()))).matches();
    }

    private static String normal(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
