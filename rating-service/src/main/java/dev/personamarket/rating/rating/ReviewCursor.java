package dev.personamarket.rating.rating;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.Problem;

/** A place in the list of reviews: those after it are older than this moment, or as old and of a lower id. */
record ReviewCursor(Instant submittedAt, UUID id) {

    /** Before the newest review. */
    static final ReviewCursor START = new ReviewCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static ReviewCursor after(Rating last) {
        return new ReviewCursor(last.submittedAt(), last.id());
    }

    /** Reads a cursor that this service gave out; 400 for any other text. Absent means the start. */
    static ReviewCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            return new ReviewCursor(Instant.ofEpochMilli(Long.parseLong(parts[0], Character.MAX_RADIX)),
                    UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw Problem.invalid("cursor", "must be the nextCursor of an earlier answer");
        }
    }

    @Override
    public String toString() {
        var text = Long.toString(submittedAt.toEpochMilli(), Character.MAX_RADIX) + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
