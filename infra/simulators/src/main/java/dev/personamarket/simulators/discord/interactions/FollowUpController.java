package dev.personamarket.simulators.discord.interactions;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.messages.Contents;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.simulators.discord.messages.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** An interaction's token as a webhook: read, edit and delete the answer, and say more. Needs no other credentials. */
@RestController
@RequestMapping("/api/v10/webhooks/{applicationId}/{token}")
class FollowUpController {

    private static final String ORIGINAL = "@original";

    private final Interactions interactions;
    private final Answers answers;
    private final Messages messages;
    private final Contents contents;

    FollowUpController(Interactions interactions, Answers answers, Messages messages, Contents contents) {
        this.interactions = interactions;
        this.answers = answers;
        this.messages = messages;
        this.contents = contents;
    }

    /** The first follow-up to a deferred answer takes its place, as Discord still does. */
    @PostMapping
    Message followUp(@PathVariable String applicationId, @PathVariable String token, @RequestBody ObjectNode body) {
        var interaction = interactions.webhook(applicationId, token);
        boolean thinking = interaction.originalMessageId() != null
                && messages.find(interaction.originalMessageId()).filter(message -> message.body().isThinking())
                        .isPresent();
        return thinking
                ? edit(applicationId, token, ORIGINAL, body)
                : answers.post(interaction, contents.read(body));
    }

    @GetMapping("/messages/{messageId}")
    Message read(@PathVariable String applicationId, @PathVariable String token, @PathVariable String messageId) {
        return find(interactions.webhook(applicationId, token), messageId);
    }

    @PatchMapping("/messages/{messageId}")
    Message edit(@PathVariable String applicationId, @PathVariable String token, @PathVariable String messageId,
            @RequestBody ObjectNode body) {
        var message = read(applicationId, token, messageId);
        var content = contents.edit(message.body(), body);
        return messages.change(message.id(), present -> present.edited(content))
                .orElseThrow(() -> DiscordException.unknown(Unknown.MESSAGE));
    }

    @DeleteMapping("/messages/{messageId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String applicationId, @PathVariable String token, @PathVariable String messageId) {
        messages.delete(read(applicationId, token, messageId).id());
    }

    /** Only messages of this very interaction can be reached by its token. */
    private Message find(Interaction interaction, String messageId) {
        String id = messageId.equals(ORIGINAL) ? interaction.originalMessageId() : messageId;
        return messages.find(id == null ? "" : id).filter(message -> message.context().interactionMetadata() != null
                && interaction.id().equals(message.context().interactionMetadata().get("id")))
                .orElseThrow(() -> DiscordException.unknown(Unknown.MESSAGE));
    }
}
