package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.ServerId;

/**
 * A question whose reply is to be brought to Discord, by who has the lease.
 *
 * @param token       sealed, for the purpose {@link #TOKEN}
 * @param reply       what is to stand in Discord: an answer as far as it has come, all of it, or a sentence in its place
 * @param sequence    grows with a growing reply
 * @param partsSent   how many messages of a long reply stand there for certain
 * @param attempts    how often in a row Discord was out of reach
 * @param leasedUntil identifies the lease
 */
record Turn(UUID id, UUID conversationId, UUID personalityId, ServerId serverId, String channelId,
        String interactionId, String token, Status status, @Nullable String reply, int sequence, int partsSent,
        Instant askedAt, int attempts, OffsetDateTime leasedUntil) {

    /** What its token is sealed for. */
    static final String TOKEN = "interaction.v1";

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    /** How a question stands. */
    enum Status {
        ASKED, ANSWERED, FAILED, DROPPED
    }

    boolean isOlderThan(Duration age, Instant now) {
        return now.isAfter(askedAt.plus(age));
    }

    /** After 1, 2, 4 … 30 seconds, and not before Discord wants to hear of us again. */
    Duration backOff(Duration notBefore) {
        var own = Duration.ofSeconds(1L << Math.min(attempts, 5));
        var bounded = own.compareTo(LONGEST_BACK_OFF) < 0 ? own : LONGEST_BACK_OFF;
        return bounded.compareTo(notBefore) > 0 ? bounded : notBefore;
    }
}
