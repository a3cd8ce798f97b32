package dev.personamarket.rating.rating;

import java.math.BigDecimal;
import java.util.List;

/**
 * All ratings of a personality.
 *
 * @param version   grows with every change; a higher one is newer
 * @param average   of all stars, rounded half up to two decimals; 0 when there is no rating
 * @param histogram how many ratings have 1, 2, 3, 4 and 5 stars
 * @param verified  the same of those whose author has used the personality
 * @param score     1 to 5: a mean for comparing, in which a few ratings weigh little, and verified ones more
 */
public record Summary(long version, int count, BigDecimal average, List<Integer> histogram, List<Integer> verified,
        double score) {}
