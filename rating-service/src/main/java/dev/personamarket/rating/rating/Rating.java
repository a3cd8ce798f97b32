package dev.personamarket.rating.rating;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/**
 * What one person gave one personality.
 *
 * @param id                 stays the same when its author rates again
 * @param stars              1 to 5
 * @param personalityVersion the published version that was rated
 * @param verified           whether its author has used the personality
 */
record Rating(UUID id, int stars, @Nullable String review, Instant submittedAt, int personalityVersion,
        boolean verified) {

    static final String COLUMNS = "id, stars, review, submitted_at, personality_version, used";

    /** From a row that begins with {@link #COLUMNS}. */
    static Rating from(Readable row) {
        return new Rating(requireNonNull(row.get(0, UUID.class)), requireNonNull(row.get(1, Integer.class)),
                row.get(2, String.class), requireNonNull(row.get(3, Instant.class)),
                requireNonNull(row.get(4, Integer.class)), requireNonNull(row.get(5, Boolean.class)));
    }
}
