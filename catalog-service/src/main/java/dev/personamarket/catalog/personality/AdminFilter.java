package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What admins look for; what is null or empty lets everything pass.
 *
 * @param search   words that are all in its name, slug, tagline or tags, in any order, accents and case aside
 * @param category the slug that it has or had
 */
record AdminFilter(List<Status> statuses, String search, @Nullable String category, @Nullable UUID creator,
        @Nullable Boolean unpublished) {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int MOST_WORDS = 8;

    /** SQL over the personality {@code p}: everything but the statuses, which are counted without. */
    String condition() {
        var condition = new StringBuilder("TRUE");
        words().forEach(word -> condition.append(" AND p.words LIKE '%' || lower(unaccent(:").append(word.name())
                .append(")) || '%'"));
        if (category != null) {
            condition.append(" AND p.category = present_category(:category)");
        }
        if (creator != null) {
            condition.append(" AND p.creator_id = :creator");
        }
        if (unpublished != null) {
            condition.append(unpublished ? " AND p.unpublished" : " AND NOT p.unpublished");
        }
        return condition.toString();
    }

    String statusCondition() {
        return "p.status = ANY(:statuses)";
    }

    /** The values of what the condition names. */
    Map<String, Object> parameters() {
        var parameters = new TreeMap<String, Object>();
        words().forEach(word -> parameters.put(word.name(), word.pattern()));
        if (category != null) {
            parameters.put("category", category);
        }
        if (creator != null) {
            parameters.put("creator", creator);
        }
        return parameters;
    }

    String[] codes() {
        return statuses.stream().map(Status::code).toArray(String[]::new);
    }

    private record Word(String name, String pattern) {}

    private List<Word> words() {
        var words = WORD.matcher(search).results().map(MatchResult::group).distinct().limit(MOST_WORDS).toList();
        return words.stream().map(word -> new Word("word" + words.indexOf(word), escaped(word))).toList();
    }

    /** What the pattern language of LIKE would take for something else. */
    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
