package dev.personamarket.simulators.discord.interactions;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.personamarket.simulators.discord.messages.Messages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The way to answer an interaction by a call of one's own instead of in the response to it. */
@RestController
class CallbackController {

    private final Interactions interactions;
    private final Answers answers;
    private final Messages messages;

    CallbackController(Interactions interactions, Answers answers, Messages messages) {
        this.interactions = interactions;
        this.answers = answers;
        this.messages = messages;
    }

    @PostMapping("/api/v10/interactions/{id}/{token}/callback")
    ResponseEntity<Map<String, Object>> answer(@PathVariable String id, @PathVariable String token,
            @RequestParam(name = "with_response", defaultValue = "false") boolean withResponse,
            @RequestBody ObjectNode body) {
        var answered = answers.accept(interactions.toAnswer(id, token), body);
        return withResponse
                ? ResponseEntity.ok(describe(answered, body.path("type").asInt(0)))
                : ResponseEntity.noContent().build();
    }

    private Map<String, Object> describe(Interaction answered, int type) {
        var interaction = new LinkedHashMap<String, Object>();
        interaction.put("id", answered.id());
        interaction.put("type", answered.type());
        var description = new LinkedHashMap<String, Object>(Map.of("interaction", interaction));
        if (answered.originalMessageId() != null) {
            messages.find(answered.originalMessageId()).ifPresent(message -> {
                interaction.put("response_message_id", message.id());
                interaction.put("response_message_loading", message.body().isThinking());
                interaction.put("response_message_ephemeral", message.body().isEphemeral());
                description.put("resource", Map.of("type", type, "message", message));
            });
        }
        return description;
    }
}
