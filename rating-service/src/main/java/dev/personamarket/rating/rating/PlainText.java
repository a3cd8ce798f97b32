package dev.personamarket.rating.rating;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text that reads as it was written. What has no looks of its own is taken out in silence: its writer does not know of
 * it, or counts on nobody seeing it. Control characters are left in, for whoever checks the text to refuse: nobody types
 * them, and what was meant by them is anybody's guess.
 */
final class PlainText {

    /** A longer text, in UTF-16 units, is left as it is: whoever checks it refuses it anyway. */
    private static final int LONGEST = 10_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\\x{2028}\\x{2029}]");

    /**
     * Always taken out: embedding, override and isolation of direction, which turn around what others wrote beside it
     * (<a href="https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing">UTR 36</a>); spaces without width, soft
     * hyphens, invisible operators, annotation marks, letters that look like nothing; and tags, but for those of flags.
     */
    private static final Pattern HIDDEN = Pattern.compile("(\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,8}\\x{E007F})"
            + "|[\\x{AD}\\x{180E}\\x{200B}\\x{202A}-\\x{202E}\\x{2060}-\\x{206F}\\x{2800}\\x{3164}"
            + "\\x{FEFF}\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E007F}]");

    /** Joiners, which emoji and scripts such as Persian need, and marks of direction: one behind something to be seen. */
    private static final Pattern MISPLACED = Pattern.compile(
            "(?<=^|[\\s\\p{Z}\\x{61C}\\x{200C}-\\x{200F}])[\\x{61C}\\x{200C}-\\x{200F}]+");

    /** Marks above and below a letter, of which languages pile up to four. */
    private static final Pattern PILED_UP = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[\\s\\p{Z}]*\\n(?=[\\s\\p{Z}]*\\n)");

    private PlainText() {}

    /**
     * The text in Unicode's form C, with {@code \n} for every kind of line break, one empty line where there were several
     * and no space around it. Null when nothing is left.
     */
    @Nullable
    static String clean(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        var seen = HIDDEN.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll("$1");
        var composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        var orderly = PILED_UP.matcher(MISPLACED.matcher(composed).replaceAll("")).replaceAll("$1");
        var tidy = stripped(EMPTY_LINES.matcher(orderly).replaceAll("\n"));
        return tidy.isEmpty() ? null : tidy;
    }

    /** As {@link String#strip}, which leaves spaces that do not break. */
    private static String stripped(String text) {
        var begin = 0;
        var end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSpace(char character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character);
    }
}
