package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A message that is posted once, however often it is sent, and calls nobody.
 *
 * @param nonce at most 25 characters
 * @see <a href="https://docs.discord.com/developers/resources/message#create-message">Create message</a>
 */
public record Greeting(String content, String nonce, @JsonProperty("enforce_nonce") boolean enforceNonce,
        @JsonProperty("allowed_mentions") Map<String, List<String>> allowedMentions) {

    private static final int SHORT = 36;

    /** @param occasion what it is posted once for */
    public static Greeting of(String content, UUID occasion) {
        var number = new BigInteger(occasion.toString().replace("-", ""), 16);
        return new Greeting(content, number.toString(SHORT), true, Map.of("parse", List.of()));
    }
}
