package dev.personamarket.rating.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import dev.personamarket.defaults.problems.Problem;

/** What a list of reviews begins with; the id decides between equals. Each has the index that serves it. */
enum ReviewSort {
    /** What was written or changed last. */
    NEWEST("submitted_at", review -> review.submittedAt().toEpochMilli(), Instant::ofEpochMilli, 253_402_300_799_000L),
    /** What most have found helpful, and of that what was first written last. */
    HELPFUL("helpful_count", Review::helpfulCount, count -> (int) count, Integer.MAX_VALUE);

    private final String column;
    private final ToLongFunction<Review> key;
    private final LongFunction<Object> value;
    private final long highest;

    ReviewSort(String column, ToLongFunction<Review> key, LongFunction<Object> value, long highest) {
        this.column = column;
        this.key = key;
        this.value = value;
        this.highest = highest;
    }

    /** The sort of this name; fails with a 400 if there is none. */
    static ReviewSort named(String name) {
        return Arrays.stream(values()).filter(sort -> sort.code().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("sort", "must be newest or helpful"));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return column;
    }

    /** Where the review stands in the list, as a number: the higher, the further to the front. */
    long key(Review review) {
        return key.applyAsLong(review);
    }

    /** Higher than that of any review. */
    long highestKey() {
        return highest;
    }

    /** The key as the column has it; what no review can have is taken as the nearest that one can. */
    Object value(long key) {
        return value.apply(Math.clamp(key, 0, highest));
    }
}
