package dev.personamarket.rating.rating;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** Somebody used the personality that they had rated. Built in SQL, as {@link RatingSubmitted}. */
@EventType(topic = RatingTopic.NAME, type = RatingVerified.TYPE)
record RatingVerified(UUID ratingId, UUID personalityId, UUID raterId, Summary summary,
        Instant verifiedAt) implements OutgoingEvent {

    static final String TYPE = "marketplace.RatingVerified.v1";

    @Override
    public UUID subject() {
        return personalityId;
    }
}
