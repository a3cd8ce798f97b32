package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.outbox.EventType;
import dev.personamarket.outbox.OutgoingEvent;

/** Somebody began to talk with a personality. */
@EventType(topic = PreviewTopic.NAME, type = "marketplace.PreviewStarted.v1")
record PreviewStarted(UUID sessionId, UUID personalityId, int personalityVersion, @Nullable UUID userId,
        Instant startedAt) implements OutgoingEvent {

    static PreviewStarted of(Turn turn) {
        return new PreviewStarted(turn.sessionId(), turn.persona().personalityId(), turn.persona().version(),
                turn.userId(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public UUID subject() {
        return sessionId;
    }
}
