package dev.personamarket.catalog.card;

import java.util.regex.Pattern;

/** Shorter forms of texts; lengths are in characters as people count them. */
final class Excerpt {

    /** What Markdown has beside the text itself. */
    private static final Pattern MARKS = Pattern
            .compile("!\\[[^\\]]{0,500}]\\([^)]{0,2000}\\)|]\\([^)]{0,2000}\\)|[\\[*_`#>~|]");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s");

    private Excerpt() {}

    /** The first sentence of some Markdown, on one line. */
    static String firstSentence(String markdown, int longest) {
        return markdown.lines().map(line -> MARKS.matcher(line).replaceAll("").replaceAll("[\\s\\p{Cc}]+", " ").strip())
                .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit)).findFirst()
                .map(line -> cut(SENTENCE.split(line, 2)[0], longest)).orElse("");
    }

    /** As much of the text as there is room for, by whole words if there are any. */
    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        var head = text.substring(0, text.offsetByCodePoints(0, longest - 1));
        var space = head.lastIndexOf(' ');
        return (space > head.length() / 2 ? head.substring(0, space) : head).stripTrailing() + "…";
    }
}
