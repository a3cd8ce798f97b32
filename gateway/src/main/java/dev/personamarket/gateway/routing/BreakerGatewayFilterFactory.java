package dev.personamarket.gateway.routing;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory.NameConfig;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * {@code Breaker=catalog} on a route: a service that keeps failing is left alone for a while. What counts is the time
 * until the answer's head: this filter ends there, so a stream may last as long as it likes. (Spring Cloud's own filter puts a
 * time limit around all of it.) Reading is tried once more when no connection came about.
 */
@Component
class BreakerGatewayFilterFactory extends AbstractGatewayFilterFactory<NameConfig> {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Retry ONCE_MORE = Retry.fixedDelay(1, Duration.ofMillis(50))
            .filter(ConnectException.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final CircuitBreakerRegistry breakers;

    BreakerGatewayFilterFactory(CircuitBreakerRegistry breakers) {
        super(NameConfig.class);
        this.breakers = breakers;
    }

    @Override
    public List<String> shortcutFieldOrder() {
        return List.of(NAME_KEY);
    }

    @Override
    public GatewayFilter apply(NameConfig config) {
        var breaker = breakers.circuitBreaker(config.getName());
        return (exchange, chain) -> breaker.tryAcquirePermission()
                ? guarded(breaker, exchange, chain)
                : Mono.error(open(breaker));
    }

    private static Mono<Void> guarded(CircuitBreaker breaker, ServerWebExchange exchange, GatewayFilterChain chain) {
        var start = breaker.getCurrentTimestamp();
        return answer(exchange, chain)
                .doOnSuccess(_ -> count(breaker, exchange, breaker.getCurrentTimestamp() - start))
                .doOnError(error -> breaker.onError(breaker.getCurrentTimestamp() - start,
                        breaker.getTimestampUnit(), error))
                .doOnCancel(breaker::releasePermission);
    }

    private static Mono<Void> answer(ServerWebExchange exchange, GatewayFilterChain chain) {
        var answer = Mono.defer(() -> chain.filter(exchange));
        return READING.contains(exchange.getRequest().getMethod())
                ? answer.doOnError(ConnectException.class, _ -> ServerWebExchangeUtils.reset(exchange))
                        .retryWhen(ONCE_MORE)
                : answer;
    }

    private static void count(CircuitBreaker breaker, ServerWebExchange exchange, long took) {
        var response = exchange.getResponse();
        if (isFailure(response.getStatusCode() == null ? HttpStatus.OK.value() : response.getStatusCode().value(),
                response.getHeaders())) {
            breaker.onError(took, breaker.getTimestampUnit(), new ServiceFailed());
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
    }

    /** A 503 that says when to come back is a sound service speaking of a neighbour of its own. */
    private static boolean isFailure(int status, HttpHeaders headers) {
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !(status == HttpStatus.SERVICE_UNAVAILABLE.value()
                        && headers.containsHeader(HttpHeaders.RETRY_AFTER));
    }

    private static Problem open(CircuitBreaker breaker) {
        var wait = breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1);
        return Problem.unavailable("service-unavailable", "The " + breaker.getName() + " is having a break.",
                Duration.ofMillis(wait));
    }

    private static final class ServiceFailed extends RuntimeException {

        ServiceFailed() {
            super("The service answered 5xx", null, false, false);
        }
    }
}
