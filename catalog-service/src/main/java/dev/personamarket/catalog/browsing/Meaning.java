package dev.personamarket.catalog.browsing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search was understood as. It goes with the cursor from page to page, so that a list stays what it is while new
 * words become known.
 *
 * @param namesOnly whether to look at names alone, where the terms are too short or too common for anything else
 */
record Meaning(List<Term> terms, boolean namesOnly) {

    static final Meaning NOTHING = new Meaning(List.of(), false);

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]{1,255}";
    private static final Pattern TEXT = Pattern.compile("(#?T( T)*)?"
            .replace("T", "~?W(\\|W){0,9}(\\*W)?").replace("W", WORD));

    /**
     * One of these words.
     *
     * @param stems     of which one is there; nothing but letters and digits
     * @param beginning or else of which word the beginning is there; empty if only whole words will do
     * @param common    whether it is nearly everywhere, so that only names are searched for it
     */
    record Term(List<String> stems, String beginning, boolean common) {

        private String query(boolean whole) {
            var begins = !whole && !beginning.isEmpty();
            var ends = stems.stream().filter(stem -> !(begins && stem.startsWith(beginning))).map("'%s'"::formatted);
            var beginnings = Stream.of(beginning).filter(_ -> begins).map("'%s':*"::formatted);
            return Stream.concat(ends, beginnings).collect(Collectors.joining(" | ", "(", ")"));
        }

        private String text() {
            return (common ? "~" : "") + String.join("|", stems) + (beginning.isEmpty() ? "" : "*" + beginning);
        }

        private static Term of(String text) {
            var common = text.startsWith("~");
            var parts = text.substring(common ? 1 : 0).split("\\*");
            return new Term(Arrays.asList(parts[0].split("\\|")), parts.length > 1 ? parts[1] : "", common);
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** A {@code tsquery} for names: all terms, as whole words or as beginnings too. */
    String inName(boolean whole) {
        return query(terms.stream(), whole);
    }

    /** A {@code tsquery} for headings and documents: all terms that tell anything. */
    String inText(boolean whole) {
        return query(terms.stream().filter(term -> !term.common()), whole);
    }

    private static String query(Stream<Term> terms, boolean whole) {
        return terms.map(term -> term.query(whole)).collect(Collectors.joining(" & "));
    }

    /** One line, for cursors. */
    String text() {
        return (namesOnly ? "#" : "") + terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /** Fails with a 400 unless it was made by {@link #text}. */
    static Meaning of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw Place.invalid();
        }
        var namesOnly = text.startsWith("#");
        var terms = Stream.of(text.substring(namesOnly ? 1 : 0).split(" ")).filter(term -> !term.isEmpty());
        return new Meaning(terms.map(Term::of).toList(), namesOnly);
    }
}
