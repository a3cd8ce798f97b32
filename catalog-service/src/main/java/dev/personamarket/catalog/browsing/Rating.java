package dev.personamarket.catalog.browsing;

import java.math.BigDecimal;

/**
 * What people think of a personality.
 *
 * @param average of 1 to 5 stars, with two decimals; 0 without any rating
 */
record Rating(BigDecimal average, int count) {}
