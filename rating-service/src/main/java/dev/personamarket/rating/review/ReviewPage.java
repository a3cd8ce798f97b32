package dev.personamarket.rating.review;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some reviews, in the order that was asked for.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
record ReviewPage(List<Review> items, @Nullable String nextCursor) {

    /** From one more review than the page holds, which tells whether there is a next page. */
    static ReviewPage of(List<Review> oneMore, int limit, ReviewSort sort) {
        return oneMore.size() <= limit
                ? new ReviewPage(oneMore, null)
                : new ReviewPage(oneMore.subList(0, limit),
                        ReviewCursor.after(oneMore.get(limit - 1), sort).toString());
    }
}
