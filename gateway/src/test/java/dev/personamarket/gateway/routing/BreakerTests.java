package dev.personamarket.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory.NameConfig;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerTests {

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final CircuitBreaker breaker = breakers.circuitBreaker("catalog");
    private final AtomicInteger calls = new AtomicInteger();
    private final GatewayFilter filter = filter();

    @Test
    void aReaderWhoMeetsARestartIsServedAtTheSecondTry() {
        StepVerifier.create(ask(HttpMethod.GET, failing(1, new ConnectException()))).verifyComplete();

        assertThat(calls).hasValue(2);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void aSecondTryIsTheLast() {
        StepVerifier.create(ask(HttpMethod.GET, failing(9, new ConnectException())))
                .verifyError(ConnectException.class);

        assertThat(calls).hasValue(2);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isOne();
    }

    @Test
    void whatChangesSomethingIsSentOnce() {
        StepVerifier.create(ask(HttpMethod.POST, failing(1, new ConnectException())))
                .verifyError(ConnectException.class);

        assertThat(calls).hasValue(1);
    }

    @Test
    void whatMayHaveArrivedIsSentOnce() {
        StepVerifier.create(ask(HttpMethod.GET, failing(1, new IOException("reset"))))
                .verifyError(IOException.class);

        assertThat(calls).hasValue(1);
    }

    @Test
    void whoLeavesEarlySaysNothingAboutTheService() {
        StepVerifier.create(ask(HttpMethod.GET, _ -> Mono.never())).thenCancel().verify();

        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    private Mono<Void> ask(HttpMethod method, GatewayFilterChain chain) {
        return filter.filter(MockServerWebExchange.from(MockServerHttpRequest.method(method, "/")), chain);
    }

    private GatewayFilterChain failing(int times, Exception error) {
        return _ -> calls.incrementAndGet() <= times ? Mono.error(error) : Mono.empty();
    }

    private GatewayFilter filter() {
        var name = new NameConfig();
        name.setName("catalog");
        return new BreakerGatewayFilterFactory(breakers).apply(name);
    }
}
