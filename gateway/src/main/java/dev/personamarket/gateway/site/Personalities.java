package dev.personamarket.gateway.site;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Mono;

/** Asks catalog-service whom a page shows, and waits no longer than a person at a blank page would like. */
@Component
class Personalities {

    static final String PATH = "/api/marketplace/personalities/";

    private static final Duration DEADLINE = Duration.ofMillis(500);

    private final WebClient catalog;
    private final CircuitBreaker breaker;

    Personalities(WebClient.Builder builder, @Value("${gateway.catalog-url}") String url,
            CircuitBreakerRegistry breakers) {
        catalog = builder.baseUrl(url).build();
        breaker = breakers.circuitBreaker("pages");
    }

    /** @return empty when there is nobody of that name; {@link PersonalitiesAway} when that is not to be known */
    Mono<Personality> find(String slug) {
        return catalog.get().uri(PATH + "{slug}", slug).exchangeToMono(Personalities::read)
                .timeout(DEADLINE).transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(PersonalitiesAway::new);
    }

    private static Mono<Personality> read(ClientResponse answer) {
        var status = answer.statusCode();
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND) || status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
            return answer.releaseBody().then(Mono.empty());
        }
        return status.is2xxSuccessful() ? answer.bodyToMono(Personality.class) : answer.createError();
    }
}
