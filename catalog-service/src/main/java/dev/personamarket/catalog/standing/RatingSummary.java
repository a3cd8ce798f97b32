package dev.personamarket.catalog.standing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All ratings of a personality together.
 *
 * @param version   grows with every rating of it
 * @param average   of 1 to 5 stars, with two decimals; 0 without any rating
 * @param histogram how many gave 1, 2, 3, 4 and 5 stars
 * @param score     1 to 5, what it is sorted by: few ratings move it little, verified ones more. Null in older events
 */
record RatingSummary(long version, int count, BigDecimal average, List<Integer> histogram,
        @Nullable Double score) {}
