package dev.personamarket.catalog.browsing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the personalities that were looked for.
 *
 * @param total      how many there are in all
 * @param nextCursor leads to the next page; null on the last
 * @param facets     how many there were with another choice of categories
 */
record PersonalityPage(List<PersonalityCard> items, long total, @Nullable String nextCursor, Facets facets) {

    record Facets(List<CategoryCount> categories) {}
}
