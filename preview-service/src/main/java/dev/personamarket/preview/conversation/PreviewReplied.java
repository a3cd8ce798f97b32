package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** A personality answered; with the reason {@code stopped} when its listener left before the end. */
@EventType(topic = PreviewTopic.NAME, type = "marketplace.PreviewReplied.v1")
record PreviewReplied(UUID sessionId, UUID personalityId, int personalityVersion, @Nullable UUID userId,
        int promptTokens, int completionTokens, long firstTokenMillis, long totalMillis, String finishReason,
        Instant repliedAt) implements OutgoingEvent {

    @Override
    public UUID subject() {
        return sessionId;
    }
}
