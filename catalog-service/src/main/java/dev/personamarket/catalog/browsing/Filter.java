package dev.personamarket.catalog.browsing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to look for. An empty search, an empty tag and no category at all let everything pass.
 *
 * @param categories one of these slugs
 */
record Filter(String search, List<String> categories, String tag) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MOST_WORDS = 16;

    Filter {
        search = search.strip();
        categories = categories.stream().distinct().sorted().toList();
        tag = tag.strip().toLowerCase(Locale.ROOT);
    }

    /** Everything but the categories, which facets are counted without; SQL over the listing {@code l}. */
    String condition() {
        return (search.isEmpty() ? "TRUE" : """
                (l.document @@ to_tsquery('marketplace', :words) OR lower(unaccent(:search)) <% l.words)""")
                + (tag.isEmpty() ? "" : " AND l.tags @> ARRAY[CAST(:tag AS text)]");
    }

    String categoryCondition() {
        return categories.isEmpty()
                ? "TRUE"
                : "l.category = ANY(ARRAY(SELECT present_category(c) FROM unnest(:categories) c))";
    }

    /** The values of what the conditions name. */
    Map<String, Object> parameters() {
        var parameters = new TreeMap<String, Object>();
        if (!search.isEmpty()) {
            parameters.put("search", search);
            parameters.put("words", words());
        }
        if (!tag.isEmpty()) {
            parameters.put("tag", tag);
        }
        if (!categories.isEmpty()) {
            parameters.put("categories", categories.toArray(String[]::new));
        }
        return parameters;
    }

    boolean takes(CategoryCount category) {
        return categories.isEmpty() || categories.contains(category.slug());
    }

    /** Every word, each as the beginning of one, since people are still typing. Quoted: words of the user, not syntax. */
    private String words() {
        return WORD.matcher(search).results().map(MatchResult::group).limit(MOST_WORDS)
                .map("'%s':*"::formatted).collect(Collectors.joining(" & "));
    }
}
