package dev.personamarket.rating.review;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A rating that says something in words. Whose it is, is not told.
 *
 * @param stars              1 to 5
 * @param personalityVersion the published version that was rated
 * @param verified           whether its author has used the personality
 * @param helpfulCount       how many have found it helpful; stays when its author rates again
 * @param foundHelpful       whether the reader is one of them; absent for a reader who is not signed in
 */
record Review(UUID id, int stars, String review, Instant submittedAt, int personalityVersion, boolean verified,
        int helpfulCount, @Nullable Boolean foundHelpful) {}
