package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.Sha256;
import dev.personamarket.defaults.problems.Problem;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A place in a list of conversations: those after it were used earlier, or at the same time and have a lower id. Its
 * text has a checksum that shows when it was altered or used for another list; it is no signature, as it opens nothing.
 *
 * @param personalityId whose conversations alone are listed; absent for all
 */
record SessionCursor(@Nullable UUID personalityId, Instant lastSaidAt, UUID id) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int CHECKSUM = 16;

    /** Reads a text that this service gave out for the same list; 400 for any other. Absent means the start. */
    static SessionCursor parse(@Nullable String text, @Nullable UUID personalityId) {
        if (text == null) {
            return new SessionCursor(personalityId, LATEST, new UUID(-1, -1));
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("/", 3);
            var time = Instant.ofEpochMilli(Long.parseLong(parts[0], Character.MAX_RADIX));
            var cursor = new SessionCursor(personalityId, time, UUID.fromString(parts[1]));
            if (cursor.toString().equals(text) && time.isBefore(LATEST) && time.isAfter(Instant.EPOCH)) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw invalid();
        }
        throw invalid();
    }

    SessionCursor movedTo(ConversationCard last) {
        return new SessionCursor(personalityId, last.lastSaidAt(), last.sessionId());
    }

    @Override
    public String toString() {
        var place = Long.toString(lastSaidAt.toEpochMilli(), Character.MAX_RADIX) + "/" + id;
        var checksum = Sha256.of(place + "/" + personalityId).substring(0, CHECKSUM);
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place + "/" + checksum).getBytes(US_ASCII));
    }

    private static Problem invalid() {
        return Problem.invalid("cursor", "must be the nextCursor of an earlier answer for the same personality");
    }
}
