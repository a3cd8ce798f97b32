package dev.personamarket.simulators.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The JSON objects of one answer, which all carry its id, time and model. */
final class Chunks {

    private final String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    private final long created = Instant.now().getEpochSecond();
    private final String model;
    private final boolean withUsage;

    /** @param withUsage whether the client asked for the usage chunk; then all others say {@code usage: null} */
    Chunks(String model, boolean withUsage) {
        this.model = model;
        this.withUsage = withUsage;
    }

    Map<String, @Nullable Object> whole(Completion completion) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("role", "assistant");
        message.put("content", completion.text());
        message.put("refusal", null);
        var choice = choice("message", message, completion.finishReason());
        var json = envelope("chat.completion", List.of(choice));
        json.put("usage", completion.usage());
        return json;
    }

    Map<String, @Nullable Object> first() {
        return chunk(Map.of("role", "assistant", "content", ""), null);
    }

    Map<String, @Nullable Object> token(String token) {
        return chunk(Map.of("content", token), null);
    }

    Map<String, @Nullable Object> last(String finishReason) {
        return chunk(Map.of(), finishReason);
    }

    Map<String, @Nullable Object> usage(Completion completion) {
        var json = envelope("chat.completion.chunk", List.of());
        json.put("usage", completion.usage());
        return json;
    }

    private Map<String, @Nullable Object> chunk(Map<String, String> delta, @Nullable String finishReason) {
        var json = envelope("chat.completion.chunk", List.of(choice("delta", delta, finishReason)));
        if (withUsage) {
            json.put("usage", null);
        }
        return json;
    }

    private static Map<String, @Nullable Object> choice(String name, Object content, @Nullable String finishReason) {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("index", 0);
        choice.put(name, content);
        choice.put("logprobs", null);
        choice.put("finish_reason", finishReason);
        return choice;
    }

    private Map<String, @Nullable Object> envelope(String object, List<?> choices) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("object", object);
        json.put("created", created);
        json.put("model", model);
        json.put("choices", choices);
        return json;
    }
}
