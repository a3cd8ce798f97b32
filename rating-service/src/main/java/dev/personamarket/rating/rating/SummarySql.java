package dev.personamarket.rating.rating;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How sums are written in SQL: a column for each number of stars, of all ratings and of the verified ones. What the
 * statements on the hot path say is short, since PostgreSQL makes each expression ready anew for every rating.
 */
public final class SummarySql {

    private static final List<String> STARS = List.of("ones", "twos", "threes", "fours", "fives");

    /** The columns of all counts: those of all ratings from one star to five, then those of the verified ones. */
    public static final String COUNTS = each("%1$s") + ", " + each("verified_%1$s");

    /** Two columns of a summary, its histograms of all ratings and of the verified ones. */
    public static final String HISTOGRAMS = histograms("%1$s", "verified_%1$s");

    /** The same two counted from rows that have {@code stars}, null for none, and {@code used}. */
    public static final String COUNTED = histograms("count(*) FILTER (WHERE stars = %2$d)::int",
            "count(*) FILTER (WHERE used AND stars = %2$d)::int");

    /** How many ratings and how many stars in all: two whole numbers, in SQL. */
    private record Sum(String ratings, String stars) {

        static Sum of(String count) {
            return new Sum(each(count).replace(", ", " + "), each("%2$d * " + count).replace(", ", " + "));
        }

        static Sum ofOne(String stars) {
            return new Sum("(%s IS NOT NULL)::int".formatted(stars), "coalesce(%s, 0)".formatted(stars));
        }

        Sum plus(Sum other) {
            return new Sum(ratings + " + " + other.ratings, stars + " + " + other.stars);
        }

        Sum minus(Sum other) {
            return new Sum(ratings + " - " + other.ratings, stars + " - " + other.stars);
        }
    }

    private SummarySql() {}

    /**
     * The CTE's body that stores what one rating's change does to the sum, and returns the sum. The row {@code changed}
     * has its {@code stars} and as {@code was} those of before, null for no rating, and the same as
     * {@code verified_stars} and {@code verified_was} if it is and was a verified one.
     */
    static String summed(RatingProperties settings) {
        var stars = Sum.ofOne("stars");
        var verified = Sum.ofOne("verified_stars");
        return """
                INSERT INTO rating_summary AS total (personality_id, version, %1$s, score)
                SELECT personality_id, 1, %2$s, %3$s, %4$s FROM changed
                ON CONFLICT (personality_id) DO UPDATE SET (version, %1$s, score) = (
                    SELECT total.version + 1, %5$s, %6$s, %7$s FROM changed
                    WHERE personality_id = total.personality_id)
                RETURNING *""".formatted(COUNTS, each("(stars IS NOT DISTINCT FROM %2$d)::int"),
                each("(verified_stars IS NOT DISTINCT FROM %2$d)::int"), score(settings, stars, verified),
                each("total.%1$s + excluded.%1$s - (was IS NOT DISTINCT FROM %2$d)::int"),
                each("total.verified_%1$s + excluded.verified_%1$s - (verified_was IS NOT DISTINCT FROM %2$d)::int"),
                score(settings, Sum.of("total.%1$s").plus(stars).minus(Sum.ofOne("was")),
                        Sum.of("total.verified_%1$s").plus(verified).minus(Sum.ofOne("verified_was"))));
    }

    /** The score of two arrays {@code histogram} and {@code verified} of this table's. */
    public static String score(RatingProperties settings, String table) {
        return score(settings, Sum.of(table + ".histogram[%2$d]"), Sum.of(table + ".verified[%2$d]"));
    }

    /**
     * The mean of all stars by their weights, beside the imaginary ones. All that is summed up are whole numbers, so it is
     * the same to the last digit however they were counted.
     */
    private static String score(RatingProperties settings, Sum all, Sum verified) {
        var prior = settings.prior();
        var each = settings.weight().unverified();
        var more = settings.weight().verified() - each;
        return "(%s + %s * (%s) + %s * (%s)) / (%s + %s * (%s) + %s * (%s))".formatted(
                number(prior.count() * prior.mean()), number(each), all.stars, number(more), verified.stars,
                number(prior.count()), number(each), all.ratings, number(more), verified.ratings);
    }

    private static String number(double value) {
        return "float8 '%s'".formatted(value);
    }

    private static String histograms(String ofAll, String ofVerified) {
        return "ARRAY[%s], ARRAY[%s]".formatted(each(ofAll), each(ofVerified));
    }

    /** For each number of stars, by its name and its figure. */
    private static String each(String expression) {
        return IntStream.rangeClosed(1, STARS.size())
                .mapToObj(stars -> expression.formatted(STARS.get(stars - 1), stars))
                .collect(Collectors.joining(", "));
    }
}
