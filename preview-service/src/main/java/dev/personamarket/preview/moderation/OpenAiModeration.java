package dev.personamarket.preview.moderation;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The moderation endpoint of an OpenAI-compatible server. One try with a deadline, since somebody waits for it.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/moderations">Moderations</a>
 */
final class OpenAiModeration implements Moderation {

    private final WebClient client;
    private final ModerationProperties properties;
    private final CircuitBreaker breaker;

    OpenAiModeration(WebClient client, ModerationProperties properties, CircuitBreaker breaker) {
        this.client = client;
        this.properties = properties;
        this.breaker = breaker;
    }

    @Override
    public Mono<Map<Category, Double>> scores(String text) {
        return client.post().uri("/moderations").bodyValue(Map.of("model", properties.name(), "input", text))
                .exchangeToMono(OpenAiModeration::verdict).timeout(properties.deadline())
                .onErrorMap(ModerationException::of).transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(ModerationException::of);
    }

    private static Mono<Map<Category, Double>> verdict(ClientResponse response) {
        return response.statusCode().is2xxSuccessful()
                ? response.bodyToMono(JsonNode.class).map(OpenAiModeration::scores)
                        .switchIfEmpty(Mono.error(ModerationException::unreadable))
                : response.releaseBody().then(Mono.error(
                        () -> ModerationException.status(response.statusCode().value())));
    }

    /** Categories that we do not know and scores that are {@code null} are left out. */
    private static Map<Category, Double> scores(JsonNode verdict) {
        var given = verdict.path("results").path(0).path("category_scores");
        if (!given.isObject()) {
            throw ModerationException.unreadable();
        }
        var scores = new EnumMap<Category, Double>(Category.class);
        given.forEachEntry((label, score) -> Category.of(label).filter(_ -> score.isNumber())
                .ifPresent(category -> scores.put(category, score.doubleValue())));
        return scores;
    }
}
