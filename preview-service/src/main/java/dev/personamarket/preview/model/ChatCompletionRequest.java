package dev.personamarket.preview.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a streamed chat completion. Only what every compatible server knows, since some refuse the rest. */
final class ChatCompletionRequest {

    private ChatCompletionRequest() {}

    static Map<String, Object> of(Prompt prompt, ModelProperties properties) {
        var temperature = properties.temperature(prompt.generation());
        var body = new LinkedHashMap<String, Object>();
        body.put("model", properties.model(prompt.generation()));
        body.put("messages", prompt.messages());
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        body.put(properties.limitField(), properties.maxTokens());
        if (temperature != null) {
            body.put("temperature", temperature);
        }
        return body;
    }
}
