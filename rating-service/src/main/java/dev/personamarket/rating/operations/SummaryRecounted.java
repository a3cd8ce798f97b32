package dev.personamarket.rating.operations;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;
import dev.personamarket.rating.rating.RatingTopic;
import dev.personamarket.rating.rating.Summary;

/** A summary was wrong, or had other weights, and is now what the ratings say. {@link Recount} builds it in SQL. */
@EventType(topic = RatingTopic.NAME, type = SummaryRecounted.TYPE)
record SummaryRecounted(UUID personalityId, Summary summary, Instant recountedAt) implements OutgoingEvent {

    static final String TYPE = "marketplace.SummaryRecounted.v1";

    @Override
    public UUID subject() {
        return personalityId;
    }
}
