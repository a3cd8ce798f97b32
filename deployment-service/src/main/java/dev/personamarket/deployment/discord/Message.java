package dev.personamarket.deployment.discord;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A message as it is sent. It mentions nobody, whatever its text says: a model writes it.
 *
 * @param content at most {@value #LIMIT} UTF-16 units
 * @see <a href="https://docs.discord.com/developers/resources/message#create-message">Create message</a>
 */
public record Message(String content, @Nullable List<Embed> embeds, @Nullable Integer flags,
        @JsonProperty("allowed_mentions") AllowedMentions allowedMentions) {

    /** UTF-16 units; Discord counts characters, of which there are never more. */
    public static final int LIMIT = 2000;

    private static final int EPHEMERAL = 1 << 6;

    record AllowedMentions(List<String> parse) {}

    record Embed(Author author, String description) {}

    record Author(String name, @JsonProperty("icon_url") @Nullable String iconUrl) {}

    private static final AllowedMentions NOBODY = new AllowedMentions(List.of());

    public static Message of(String text) {
        return new Message(text, null, null, NOBODY);
    }

    /** The same, under a name and a face of its own. */
    public Message by(String name, @Nullable String iconUrl) {
        return new Message("", List.of(new Embed(new Author(name, iconUrl), content)), flags, allowedMentions);
    }

    Message whispered() {
        return new Message(content, embeds, EPHEMERAL, allowedMentions);
    }
}
