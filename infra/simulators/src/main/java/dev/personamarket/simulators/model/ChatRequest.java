package dev.personamarket.simulators.model;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/** What is read of a chat completion request; sampling parameters mean nothing to this model. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatRequest(@Nullable String model, @Nullable List<Message> messages, @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions, @Nullable Integer maxTokens, @Nullable Integer maxCompletionTokens) {

    private static final Set<String> ROLES = Set.of("developer", "system", "user", "assistant", "tool", "function");

    /** @throws ModelException as OpenAI words it */
    ChatRequest checked(String knownModel) {
        if (!StringUtils.hasText(model)) {
            throw ModelException.badRequest(null, "you must provide a model parameter");
        }
        if (!model.equals(knownModel)) {
            throw ModelException.unknownModel(model);
        }
        if (messages == null || messages.isEmpty()) {
            throw ModelException.badRequest("messages", "Invalid 'messages': empty array.");
        }
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            if (message == null || message.role() == null || !ROLES.contains(message.role())) {
                throw ModelException.badRequest("messages[%d].role".formatted(i), "Invalid value for a role.");
            }
        }
        if (limit() < 1) {
            throw ModelException.badRequest("max_completion_tokens", "Must be at least 1.");
        }
        return this;
    }

    boolean isStreamed() {
        return Boolean.TRUE.equals(stream);
    }

    boolean wantsUsage() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }

    /** Tokens that the answer may have. */
    int limit() {
        return maxCompletionTokens != null ? maxCompletionTokens : maxTokens != null ? maxTokens : Integer.MAX_VALUE;
    }

    List<Message> conversation() {
        return messages == null ? List.of() : messages;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StreamOptions(@Nullable Boolean includeUsage) {}

    /** @param content a string, or an array of parts of which those of type {@code text} count */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(@Nullable String role, @Nullable JsonNode content) {

        boolean isFrom(String someone) {
            return someone.equals(role);
        }

        String text() {
            if (content == null || content.isNull()) {
                return "";
            }
            if (content.isString()) {
                return content.stringValue();
            }
            var text = new StringBuilder();
            content.forEach(part -> text.append(part.path("text").stringValue("")));
            return text.toString();
        }
    }
}
