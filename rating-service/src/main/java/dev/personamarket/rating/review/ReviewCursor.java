package dev.personamarket.rating.review;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.Problem;

/** A place in a list of reviews: those after it have a lower key, or the same and a lower id. */
record ReviewCursor(ReviewSort sort, long key, UUID id) {

    static ReviewCursor after(Review last, ReviewSort sort) {
        return new ReviewCursor(sort, sort.key(last), last.id());
    }

    /**
     * Reads a cursor that this service gave out for the same sort; 400 for any other text. Absent means the start.
     */
    static ReviewCursor parse(@Nullable String text, ReviewSort sort) {
        if (text == null) {
            return new ReviewCursor(sort, sort.highestKey(), new UUID(-1, -1));
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 3);
            if (parts[0].equals(sort.code())) {
                return new ReviewCursor(sort, Long.parseLong(parts[1], Character.MAX_RADIX), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw invalid();
        }
        throw invalid();
    }

    @Override
    public String toString() {
        var text = String.join("/", sort.code(), Long.toString(key, Character.MAX_RADIX), id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Problem invalid() {
        return Problem.invalid("cursor", "must be the nextCursor of an earlier answer with the same sort");
    }
}
