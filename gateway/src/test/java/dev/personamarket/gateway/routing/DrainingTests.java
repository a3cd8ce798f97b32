package dev.personamarket.gateway.routing;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DrainingTests {

    private static final GatewayFilterChain ENDLESS = _ -> Mono.never();

    private final StaticApplicationContext context = new StaticApplicationContext();
    private final StaticApplicationContext another = new StaticApplicationContext();

    @Test
    void aStreamMayEndByItselfAndIsEndedAfterAWhile() {
        StepVerifier.withVirtualTime(() -> {
            var draining = new Draining(context);
            var stream = draining.filter(exchange(), ENDLESS);
            return stream.doOnSubscribe(_ -> draining.on(new ContextClosedEvent(context)));
        }).expectSubscription().expectNoEvent(Duration.ofSeconds(9)).thenAwait(Duration.ofSeconds(1)).verifyComplete();
    }

    @Test
    void aStreamThatNeverEndsByItselfIsEndedAtOnce() {
        var draining = new Draining(context);
        var exchange = exchange();
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, Route.async().id("live")
                .uri("http://localhost").predicate(_ -> true).metadata("endless", true).build());

        StepVerifier.create(draining.filter(exchange, ENDLESS))
                .then(() -> draining.on(new ContextClosedEvent(context))).expectComplete()
                .verify(Duration.ofSeconds(1));
    }

    @Test
    void theManagementContextsEndIsNotOurs() {
        StepVerifier.withVirtualTime(() -> {
            var draining = new Draining(context);
            var stream = draining.filter(exchange(), ENDLESS);
            return stream.doOnSubscribe(_ -> draining.on(new ContextClosedEvent(another)));
        }).expectSubscription().expectNoEvent(Duration.ofMinutes(1)).thenCancel().verify();
    }

    private static MockServerWebExchange exchange() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/api/marketplace/live"));
    }
}
