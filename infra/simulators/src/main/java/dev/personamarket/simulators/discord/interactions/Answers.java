package dev.personamarket.simulators.discord.interactions;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.messages.Content;
import dev.personamarket.simulators.discord.messages.Contents;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.simulators.discord.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the first answer to an interaction, whichever way it comes. */
@Component
class Answers {

    static final int MESSAGE = 4;
    static final int DEFERRED = 5;
    static final int CHOICES = 8;
    private static final int MODAL = 9;
    private static final int CHOICES_LIMIT = 25;

    private final Interactions interactions;
    private final Messages messages;
    private final Contents contents;
    private final Application application;

    Answers(Interactions interactions, Messages messages, Contents contents, Application application) {
        this.interactions = interactions;
        this.messages = messages;
        this.contents = contents;
        this.application = application;
    }

    /** @throws DiscordException 40060 when it was answered before, 50035 when the answer does not suit it */
    synchronized Interaction accept(Interaction asked, JsonNode response) {
        var interaction = interactions.toAnswer(asked.id(), asked.token());
        if (interaction.isAnswered()) {
            throw DiscordException.of(HttpStatus.BAD_REQUEST, 40060, "Interaction has already been acknowledged.");
        }
        int type = response.path("type").asInt(0);
        new FormErrors().require(suits(interaction, type), "type", "BASE_TYPE_CHOICES",
                "This interaction cannot be answered so.").raise();
        var answered = interaction.answered(response, messageId(interaction, type, response.path("data")));
        interactions.replace(answered);
        return answered;
    }

    private static boolean suits(Interaction interaction, int type) {
        return interaction.type() == Interaction.AUTOCOMPLETE
                ? type == CHOICES
                : type == MESSAGE || type == DEFERRED || type == MODAL;
    }

    private @Nullable String messageId(Interaction interaction, int type, JsonNode data) {
        return switch (type) {
            case MESSAGE -> post(interaction, contents.read(data)).id();
            case DEFERRED -> post(interaction,
                    Content.thinking((data.path("flags").asInt(0) & Content.EPHEMERAL) != 0)).id();
            case CHOICES -> {
                new FormErrors().require(data.path("choices").size() <= CHOICES_LIMIT, "data.choices",
                        "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.".formatted(CHOICES_LIMIT)).raise();
                yield null;
            }
            default -> null;
        };
    }

    Message post(Interaction interaction, Content content) {
        return messages.add(Message.answering(interaction.channel().id(), application.bot(), content,
                interaction.metadata()));
    }
}
