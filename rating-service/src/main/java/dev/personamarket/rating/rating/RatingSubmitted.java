package dev.personamarket.rating.rating;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/**
 * Somebody rated a personality, or replaced their rating. {@link Ratings} builds its JSON inside the statement that
 * stores the rating; this record says what that JSON is.
 */
@EventType(topic = RatingTopic.NAME, type = RatingSubmitted.TYPE)
record RatingSubmitted(UUID ratingId, UUID personalityId, UUID raterId, int stars, @Nullable Integer previousStars,
        boolean verified, Summary summary, Instant submittedAt) implements OutgoingEvent {

    static final String TYPE = "marketplace.RatingSubmitted.v1";

    @Override
    public UUID subject() {
        return personalityId;
    }
}
