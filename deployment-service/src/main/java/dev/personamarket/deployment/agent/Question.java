package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.discord.ServerId;

/**
 * Something that somebody asks an agent.
 *
 * @param token   sealed
 * @param askedBy a pseudonym
 */
record Question(UUID turnId, Voice voice, ServerId serverId, String channelId, String interactionId, String token,
        String message, UUID askedBy, Instant askedAt) {

    static Question of(Voice voice, ServerId serverId, String channelId, String interactionId, String token,
            String message, UUID askedBy, Instant askedAt) {
        return new Question(UuidCreator.getTimeOrderedEpoch(), voice, serverId, channelId, interactionId, token,
                message, askedBy, askedAt);
    }
}
