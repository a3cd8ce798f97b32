package dev.personamarket.preview.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import tools.jackson.databind.json.JsonMapper;

/** The adapter with short deadlines, against a given server. */
final class ModelTestBed {

    static final Prompt PROMPT = new Prompt(List.of(ChatMessage.system("Be Orla."), ChatMessage.user("Hello!")),
            "sha256:0", Generation.USUAL);

    private ModelTestBed() {}

    static ModelProperties properties(String baseUrl) {
        return properties(baseUrl, Duration.ofSeconds(2));
    }

    private static ModelProperties properties(String baseUrl, Duration idleDeadline) {
        return new ModelProperties(URI.create(baseUrl), new ModelProperties.ApiKey("key"), "demonstration",
                "max_tokens", 300, 0.5, List.of("large-model"), 1.0, Duration.ofSeconds(1), Duration.ofSeconds(4),
                idleDeadline,
                Duration.ofSeconds(5), 2, Duration.ofSeconds(2), 10);
    }

    static OpenAiModel model(String baseUrl) {
        return model(properties(baseUrl));
    }

    /** As {@link #model(String)}, but it waits for a minute between two pieces. */
    static OpenAiModel patientModel(String baseUrl) {
        return model(properties(baseUrl, Duration.ofMinutes(1)));
    }

    private static OpenAiModel model(ModelProperties properties) {
        return new OpenAiModel(WebClient.builder().baseUrl(properties.baseUrl().toString()).build(),
                JsonMapper.shared(), properties);
    }

    /** Opens after four calls of which half failed. */
    static CircuitBreaker breaker() {
        return CircuitBreaker.of("model", CircuitBreakerConfig.custom().slidingWindowSize(4).minimumNumberOfCalls(4)
                .waitDurationInOpenState(Duration.ofSeconds(7)).build());
    }

    static GuardedModel guarded(String baseUrl, CircuitBreaker breaker, Bulkhead bulkhead) {
        return new GuardedModel(model(baseUrl), properties(baseUrl), breaker, bulkhead);
    }
}
