package dev.personamarket.preview.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a streamed chat completion. Only what every compatible server knows, since some refuse the rest. */
final class ChatCompletionRequest {

    private ChatCompletionRequest() {}

    static Map<String, Object> of(List<ChatMessage> messages, ModelProperties model) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", model.name());
        body.put("messages", messages);
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        body.put(model.limitField(), model.maxTokens());
        if (model.temperature() != null) {
            body.put("temperature", model.temperature());
        }
        return body;
    }
}
