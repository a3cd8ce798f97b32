package dev.personamarket.deployment.discord;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The first answer to an interaction, due within three seconds.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction">Responding</a>
 */
public record InteractionResponse(int type, @Nullable Object data) {

    /** More are not shown. */
    public static final int CHOICES_LIMIT = 25;

    /** "I am here." */
    public static final InteractionResponse PONG = new InteractionResponse(1, null);

    /** "… is thinking": the answer is edited in later. */
    public static final InteractionResponse DEFERRED = new InteractionResponse(5, null);

    /** Something that may be chosen. */
    public record Choice(String name, String value) {}

    private record Choices(List<Choice> choices) {}

    /** For everybody in the channel. */
    public static InteractionResponse saying(String text) {
        return new InteractionResponse(4, Message.of(text));
    }

    /** For the one who asked alone. */
    public static InteractionResponse whispering(String text) {
        return new InteractionResponse(4, Message.of(text).whispered());
    }

    /** The first {@value #CHOICES_LIMIT} of these. */
    public static InteractionResponse suggesting(List<Choice> choices) {
        return new InteractionResponse(8, new Choices(choices.stream().limit(CHOICES_LIMIT).toList()));
    }
}
