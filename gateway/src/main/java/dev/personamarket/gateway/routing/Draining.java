package dev.personamarket.gateway.routing;

import java.time.Duration;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A stream that lasts long would hold up the shutdown for all of its grace period
 * (<a href="https://github.com/spring-projects/spring-boot/issues/49275">spring-boot#49275</a>). So when the context
 * begins to close, whatever still flows has a while to end by itself; then it is ended, properly. What never ends by
 * itself, by the route's metadata {@code endless}, is ended at once.
 */
@Component
class Draining implements GlobalFilter, Ordered {

    // longer than any answer that is no stream may take
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final String METADATA = "endless";

    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Mono<Void> over = closing.asMono().then(Mono.delay(GRACE)).then().cache();
    private final ApplicationContext context;

    Draining(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public int getOrder() {
        return -101; // around the writing of the answer
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).takeUntilOther(isEndless(exchange) ? closing.asMono() : over);
    }

    private static boolean isEndless(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route != null && Boolean.parseBoolean(String.valueOf(route.getMetadata().get(METADATA)));
    }

    @EventListener
    void on(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            closing.tryEmitEmpty();
        }
    }
}
