package dev.personamarket.catalog.browsing;

import java.util.List;

/**
 * How many match.
 *
 * @param categories  how many in each, whatever categories are chosen
 * @param total       how many in the chosen ones
 * @param isEstimate  whether there are too many to count them
 * @param inCatalogue how many there are at all
 */
record Counts(List<CategoryCount> categories, long total, boolean isEstimate, long inCatalogue) {

    /** Looked up and sorted in a few milliseconds. */
    static final int FEW = 1_000;

    /**
     * Whether gathering all of them costs less than walking until a page is full. A walk of 40 matches among so many goes
     * past {@code inCatalogue / total} for each.
     */
    boolean areFew() {
        return !isEstimate && (total <= FEW || total * total <= 40 * inCatalogue);
    }
}
