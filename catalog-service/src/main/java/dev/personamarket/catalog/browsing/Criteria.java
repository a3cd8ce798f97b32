package dev.personamarket.catalog.browsing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A filter, and what its search means, as SQL over the listing {@code l}. */
record Criteria(Filter filter, Meaning meaning) {

    /** From the best to any match at all: in the name, then in what stands on a card; whole words before beginnings. */
    private static final List<String> TIERS = List.of("l.title @@ CAST(:fullName AS tsquery)",
            "l.title @@ CAST(:name AS tsquery)", "l.heading @@ CAST(:whole AS tsquery)",
            "l.heading @@ CAST(:telling AS tsquery)", "l.document @@ CAST(:telling AS tsquery)");
    private static final int NAME_TIERS = 2;
    static final String CHOSEN = "CAST(:categories AS text[])";
    static final String EXCLUDED = "CAST(:excluded AS text[])";

    List<String> tiers() {
        return meaning.namesOnly() ? TIERS.subList(0, NAME_TIERS) : TIERS;
    }

    /** All that is asked for but the chosen categories, which facets are counted without. */
    String matching() {
        return (filter.searches() ? tiers().getLast() : "TRUE") + others();
    }

    /** What matches so well and no better. */
    String matching(int tier) {
        return tiers().get(tier) + tiers().subList(0, tier).stream().map(" AND NOT %s"::formatted)
                .collect(Collectors.joining()) + others();
    }

    /** How well it matches, 0 being the best. */
    String tier() {
        var last = tiers().size() - 1;
        return IntStream.range(0, last).mapToObj(tier -> "WHEN %s THEN %d".formatted(tiers().get(tier), tier))
                .collect(Collectors.joining(" ", "CASE ", " ELSE %d END".formatted(last)));
    }

    String inCategories() {
        return filter.categories().isEmpty() ? "TRUE" : "l.category = ANY(%s)".formatted(CHOSEN);
    }

    private String others() {
        return (filter.tags().isEmpty() ? "" : " AND l.tags @> :tags")
                + (filter.excluded().isEmpty() ? "" : " AND l.category <> ALL(%s)".formatted(EXCLUDED));
    }

    /** The values of what this SQL names. */
    Map<String, Object> parameters(String sql) {
        var parameters = new TreeMap<String, Object>(Map.of("categories", array(filter.categories()), "excluded",
                array(filter.excluded()), "tags", array(filter.tags()), "fullName", meaning.inName(true), "name",
                meaning.inName(false), "whole", meaning.inText(true), "telling", meaning.inText(false)));
        parameters.keySet().removeIf(name -> !sql.contains(":" + name)); // none of them begins another
        return parameters;
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
