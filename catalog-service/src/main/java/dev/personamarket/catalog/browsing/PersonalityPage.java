package dev.personamarket.catalog.browsing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the personalities that were looked for.
 *
 * @param total           how many there are in all: exact up to 10,000
 * @param totalIsEstimate whether the total is too great to be exact; the facets are estimates too then
 * @param nextCursor      leads to the next page; null on the last
 * @param facets          how many there were with another choice of categories
 */
record PersonalityPage(List<PersonalityCard> items, long total, boolean totalIsEstimate, @Nullable String nextCursor,
        Facets facets) {

    static final PersonalityPage EMPTY = new PersonalityPage(List.of(), 0, false, null, new Facets(List.of()));

    record Facets(List<CategoryCount> categories) {}
}
