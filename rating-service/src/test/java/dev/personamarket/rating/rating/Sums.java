package dev.personamarket.rating.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Summaries as they should be, by the weights that are set by default and not by the service's own arithmetic. */
public final class Sums {

    private static final List<Integer> NONE = List.of(0, 0, 0, 0, 0);

    private Sums() {}

    /** Of ratings none of which is verified. */
    static Summary unverified(long version, Integer... histogram) {
        return of(version, List.of(histogram), NONE);
    }

    public static Summary of(long version, List<Integer> histogram, List<Integer> verified) {
        var count = sum(histogram);
        var average = count == 0
                ? BigDecimal.ZERO.setScale(2)
                : new BigDecimal(stars(histogram)).divide(new BigDecimal(count), 2, RoundingMode.HALF_UP);
        var score = (10 * 3.5 + stars(histogram) + 2 * stars(verified)) / (10 + count + 2 * sum(verified));
        return new Summary(version, count, average, histogram, verified, score);
    }

    private static int sum(List<Integer> histogram) {
        return histogram.stream().mapToInt(Integer::intValue).sum();
    }

    private static int stars(List<Integer> histogram) {
        return IntStream.range(0, histogram.size()).map(i -> (i + 1) * histogram.get(i)).sum();
    }
}
