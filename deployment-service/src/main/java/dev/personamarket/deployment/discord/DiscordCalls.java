package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
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
    Mono<Answer> call(Route route, String authorization, @Nullable Object body) {
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

    private Mono<Answer> answer(Route route, String authorization, @Nullable Object body) {
        var breaker = breaker(route);
        return exchange(route, authorization, body)
                .timeout(properties.responseTimeout())
                .doOnNext(answer -> limits.learn(route, answer))
                .map(answer -> answer.orFailure(route))
                .onErrorMap(error -> failure(route, error))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CallNotPermittedException.class, _ -> resting(breaker));
    }

    private Mono<Answer> exchange(Route route, String authorization, @Nullable Object body) {
        var request = web.method(route.method()).uri(route.path(), route.variables().toArray())
                .header(HttpHeaders.AUTHORIZATION, authorization);
        return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchangeToMono(this::read);
    }

    private Mono<Answer> read(ClientResponse response) {
        return response.bodyToMono(byte[].class).defaultIfEmpty(NOTHING)
                .map(body -> Answer.read(response.statusCode().value(), response.headers().asHttpHeaders(), body,
                        json));
    }

    /** What users' tokens do wrong must not stop the bot, and the other way round. */
    private CircuitBreaker breaker(Route route) {
        return breakers.circuitBreaker(route.isBots() ? "discord-bot" : "discord-user");
    }

    private static Throwable failure(Route route, Throwable error) {
        return switch (error) {
            case DiscordFailure known -> known;
            case TimeoutException late -> DiscordFailure.unavailable(route + " was not answered in time", late);
            case WebClientException broken -> DiscordFailure.unavailable(route + " found no Discord", broken);
            default -> DiscordFailure.unavailable(route + " was not answered as expected", error);
        };
    }

    private static DiscordFailure resting(CircuitBreaker breaker) {
        var rest = Duration.ofMillis(
                breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1));
        return DiscordFailure.resting(breaker.getName() + " is open", rest);
    }
}
