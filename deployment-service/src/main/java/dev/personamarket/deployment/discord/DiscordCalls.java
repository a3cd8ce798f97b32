package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way out to Discord: in turn under its rate limits, within a deadline, behind a circuit breaker, and with every
 * trouble as a {@link DiscordFailure}.
 */
final class DiscordCalls {

    private static final byte[] NOTHING = {};

    private final WebClient web;
    private final JsonMapper json;
    private final DiscordLimits limits;
    private final CircuitBreakerRegistry breakers;
    private final DiscordProperties properties;

    DiscordCalls(WebClient web, JsonMapper json, DiscordLimits limits, CircuitBreakerRegistry breakers,
            DiscordProperties properties) {
        this.web = web;
        this.json = json;
        this.limits = limits;
        this.breakers = breakers;
        this.properties = properties;
    }

    /** A good answer; a short rate limit is waited for once, a long one is a failure at once. */
    Mono<Answer> call(Route route, @Nullable String authorization, @Nullable Object body) {
        return limits.turn(route, properties.patience()).then(answer(route, authorization, body))
                .retryWhen(
                        Retry.max(1).filter(this::isWorthWaiting).onRetryExhaustedThrow((_, last) -> last.failure()))
                .timeout(properties.deadline())
                .onErrorMap(TimeoutException.class, late -> failure(route, late));
    }

    private boolean isWorthWaiting(Throwable error) {
        return error instanceof DiscordFailure failure && failure.kind() == DiscordFailure.Kind.RATE_LIMITED
                && failure.retryAfter().compareTo(properties.patience()) <= 0;
    }

    private Mono<Answer> answer(Route route, @Nullable String authorization, @Nullable Object body) {
        var breaker = breakers.circuitBreaker(route.breaker());
        return exchange(route, authorization, body)
                .timeout(properties.responseTimeout())
                .delayUntil(answer -> limits.learn(route, answer))
                .map(answer -> answer.orFailure(route))
                .onErrorMap(error -> failure(route, error))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CallNotPermittedException.class, _ -> resting(breaker));
    }

    private Mono<Answer> exchange(Route route, @Nullable String authorization, @Nullable Object body) {
        var request = web.method(route.method()).uri(route.path(), route.variables().toArray());
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchangeToMono(this::read);
    }

    private Mono<Answer> read(ClientResponse response) {
        return response.bodyToMono(byte[].class).defaultIfEmpty(NOTHING)
                .map(body -> Answer.read(response.statusCode().value(), response.headers().asHttpHeaders(), body,
                        json));
    }

    private static Throwable failure(Route route, Throwable error) {
        return switch (error) {
            case DiscordFailure known -> known;
            case TimeoutException _ -> DiscordFailure.unavailable(route + " was not answered in time");
            case WebClientException _ -> DiscordFailure.unavailable(route + " found no Discord" + why(error));
            default -> DiscordFailure.unavailable(route + " was not answered as expected" + why(error));
        };
    }

    /** The kind of trouble alone: an error of the web client tells the whole address, and that may hold a token. */
    private static String why(Throwable error) {
        return ": " + NestedExceptionUtils.getMostSpecificCause(error).getClass().getSimpleName();
    }

    private static DiscordFailure resting(CircuitBreaker breaker) {
        var rest = Duration.ofMillis(
                breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1));
        return DiscordFailure.resting(breaker.getName() + " is open", rest);
    }
}
