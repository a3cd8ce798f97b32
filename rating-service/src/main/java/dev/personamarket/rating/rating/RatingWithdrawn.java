package dev.personamarket.rating.rating;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** Somebody took their rating back. Built in SQL, as {@link RatingSubmitted}. */
@EventType(topic = RatingTopic.NAME, type = RatingWithdrawn.TYPE)
record RatingWithdrawn(UUID ratingId, UUID personalityId, UUID raterId, int stars, Summary summary,
        Instant withdrawnAt) implements OutgoingEvent {

    static final String TYPE = "marketplace.RatingWithdrawn.v1";

    @Override
    public UUID subject() {
        return personalityId;
    }
}
