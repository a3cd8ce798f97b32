package dev.personamarket.rating.rating;

import java.util.UUID;

import dev.personamarket.defaults.identity.Caller;
import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/** Whose rating of what: there is at most one. */
record RatingKey(UUID personalityId, UUID raterId) {

    static RatingKey of(UUID personalityId, Caller rater) {
        return new RatingKey(personalityId, rater.id());
    }

    /** From a row that has {@code personality_id} and {@code rater_id}. */
    static RatingKey from(Readable row) {
        return new RatingKey(requireNonNull(row.get("personality_id", UUID.class)),
                requireNonNull(row.get("rater_id", UUID.class)));
    }
}
