package dev.personamarket.simulators.discord.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.personamarket.simulators.discord.Snowflakes;
import dev.personamarket.simulators.discord.people.UserObject;
import org.jspecify.annotations.Nullable;

/** A <a href="https://discord.com/developers/docs/resources/message#message-object">message</a>. */
public record Message(String id, String channelId, int type, UserObject author, Instant timestamp,
        @Nullable Instant editedTimestamp, @JsonUnwrapped Content body, boolean pinned, boolean tts,
        List<Object> attachments, @JsonUnwrapped Context context) {

    private static final int DEFAULT = 0;
    private static final int REPLY = 19;
    private static final int CHAT_INPUT_COMMAND = 20;

    static Message posted(String channelId, UserObject author, Content content, @Nullable String nonce,
            @Nullable Map<String, Object> reference) {
        return new Message(Snowflakes.next(), channelId, reference == null ? DEFAULT : REPLY, author, Instant.now(),
                null, content, false, false, List.of(), new Context(null, null, nonce, reference, null));
    }

    /** The answer to a command, or what follows it: sent by way of the interaction's own webhook. */
    public static Message answering(String channelId, UserObject bot, Content content,
            Map<String, Object> interaction) {
        return new Message(Snowflakes.next(), channelId, CHAT_INPUT_COMMAND, bot, Instant.now(), null, content, false,
                false, List.of(), new Context(bot.id(), bot.id(), null, null, interaction));
    }

    public Message edited(Content content) {
        return new Message(id, channelId, type, author, timestamp, Instant.now(), content, pinned, tts, attachments,
                context);
    }

    /** What not every message has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Context(@Nullable String applicationId, @Nullable String webhookId, @Nullable String nonce,
            @Nullable Map<String, Object> messageReference, @Nullable Map<String, Object> interactionMetadata) {}
}
