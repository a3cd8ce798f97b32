package dev.personamarket.rating.rating;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some reviews, newest first. Whose they are is not told.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
record ReviewPage(List<Rating> items, @Nullable String nextCursor) {

    /** From one more review than the page holds, which tells whether there is a next page. */
    static ReviewPage of(List<Rating> oneMore, int limit) {
        return oneMore.size() <= limit
                ? new ReviewPage(oneMore, null)
                : new ReviewPage(oneMore.subList(0, limit), ReviewCursor.after(oneMore.get(limit - 1)).toString());
    }
}
