package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;

import static dev.personamarket.defaults.database.Column.required;

/**
 * A conversation in a list.
 *
 * @param personalityVersion the published version that spoke last
 * @param messages           that its owner has said
 * @param remaining          messages that may still be said
 * @param answering          whether an answer is under way
 * @param lastSaidAt         when its owner spoke last or was answered; it is forgotten some time after
 * @param lastLine           the first 120 characters of what was said last
 */
record ConversationCard(UUID sessionId, UUID personalityId, int personalityVersion, int messages, int remaining,
        boolean answering, Instant startedAt, Instant lastSaidAt, String lastLine) {

    static ConversationCard from(Readable row, Owner owner, PreviewProperties limits) {
        var messages = required(row, "messages", Integer.class);
        return new ConversationCard(required(row, "id", UUID.class), required(row, "personality_id", UUID.class),
                required(row, "personality_version", Integer.class), messages, limits.remaining(owner, messages),
                required(row, "answering", Boolean.class), required(row, "started_at", Instant.class),
                required(row, "last_said_at", Instant.class), required(row, "last_line", String.class));
    }
}
