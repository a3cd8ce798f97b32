package dev.personamarket.catalog.browsing;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked for. An empty search, no tag and no category at all let everything pass.
 *
 * @param categories one of these slugs
 * @param excluded   none of these slugs
 * @param tags       all of these
 */
record Filter(String search, List<String> categories, List<String> excluded, List<String> tags) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MOST_WORDS = 12;
    /** Words of the dictionary are no longer. */
    private static final int LONGEST_WORD = 40;

    Filter {
        search = search.strip();
        categories = tidy(categories.stream());
        excluded = tidy(excluded.stream());
        tags = tidy(tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)));
    }

    boolean searches() {
        return !search.isEmpty();
    }

    /** What is looked for, word by word, as it was written. */
    List<String> words() {
        return WORD.matcher(search).results().map(MatchResult::group).filter(word -> word.length() <= LONGEST_WORD)
                .limit(MOST_WORDS).toList();
    }

    boolean namesCategories() {
        return !categories.isEmpty() || !excluded.isEmpty();
    }

    /** The same with other slugs. */
    Filter in(List<String> categories, List<String> excluded) {
        return new Filter(search, categories, excluded, tags);
    }

    /** Whether there is nothing to look through but the shelves themselves. */
    boolean takesWholeCategories() {
        return !searches() && tags.isEmpty();
    }

    private static List<String> tidy(Stream<String> values) {
        return values.map(String::strip).filter(value -> !value.isEmpty()).distinct().sorted().toList();
    }
}
