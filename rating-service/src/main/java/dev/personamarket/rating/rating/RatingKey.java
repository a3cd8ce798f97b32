package dev.personamarket.rating.rating;

import java.util.UUID;

import dev.personamarket.defaults.identity.Caller;

/** Whose rating of what: there is at most one. */
record RatingKey(UUID personalityId, UUID raterId) {

    static RatingKey of(UUID personalityId, Caller rater) {
        return new RatingKey(personalityId, rater.id());
    }
}
