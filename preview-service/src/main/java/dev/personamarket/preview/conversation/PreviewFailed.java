package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** A message got no answer, or only the beginning of one. */
@EventType(topic = PreviewTopic.NAME, type = "marketplace.PreviewFailed.v1")
record PreviewFailed(UUID sessionId, UUID personalityId, int personalityVersion, @Nullable UUID userId,
        String reason, long totalMillis, Instant failedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return sessionId;
    }
}
