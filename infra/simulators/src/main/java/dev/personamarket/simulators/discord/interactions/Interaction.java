package dev.personamarket.simulators.discord.interactions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import dev.personamarket.simulators.discord.Snowflakes;
import dev.personamarket.simulators.discord.guilds.Channel;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that a person did, under way to the application or answered by it.
 *
 * @param type 2 for a command, 4 for autocomplete
 * @param response the first answer, once there is one
 * @param originalMessageId the message that the first answer made
 */
record Interaction(String id, String token, int type, Person person, Channel channel, Instant createdAt,
        @Nullable JsonNode response, @Nullable String originalMessageId) {

    static final int COMMAND = 2;
    static final int AUTOCOMPLETE = 4;
    /** How long answers can be edited and followed up. */
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    static Interaction of(int type, Person person, Channel channel) {
        String id = Snowflakes.next();
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(
                "interaction:%s:%s".formatted(id, UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        return new Interaction(id, token, type, person, channel, Instant.now(), null, null);
    }

    boolean isAnswered() {
        return response != null;
    }

    boolean isExpired() {
        return Instant.now().isAfter(createdAt.plus(TOKEN_LIFETIME));
    }

    Interaction answered(JsonNode response, @Nullable String messageId) {
        return new Interaction(id, token, type, person, channel, createdAt, response, messageId);
    }

    /** What its messages tell about where they come from. */
    Map<String, Object> metadata() {
        return Map.of("id", id, "type", type, "user", person.toUser(), "authorizing_integration_owners",
                Map.of("0", channel.guildId()));
    }
}
