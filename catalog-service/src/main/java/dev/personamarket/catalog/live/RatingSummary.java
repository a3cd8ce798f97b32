package dev.personamarket.catalog.live;

import java.math.BigDecimal;
import java.util.List;

/** All ratings of a personality together, as events of ratings carry them. */
record RatingSummary(long version, int count, BigDecimal average, List<Integer> histogram) {}
