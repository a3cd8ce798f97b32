package dev.personamarket.gateway.routing;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A body may have 1 MB, or what the route's metadata {@code body-limit} says; one that does not tell its length is
 * counted as it flows. What goes wrong in it is the caller's doing and said so: otherwise callers who break off would
 * open a sound service's breaker.
 */
@Component
class IncomingBodies implements GlobalFilter, Ordered {

    private static final String METADATA = "body-limit";
    private static final DataSize DEFAULT = DataSize.ofMegabytes(1);

    @Override
    public int getOrder() {
        return -99;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var limit = limit(exchange);
        var headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > limit) {
            return Mono.error(tooLarge(limit));
        }
        var hasBody = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(
                hasBody ? exchange.mutate().request(watched(exchange.getRequest(), limit)).build() : exchange);
    }

    private static ServerHttpRequest watched(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var seen = new AtomicLong();
                return super.getBody().onErrorMap(_ -> brokenOff()).doOnNext(buffer -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                        throw tooLarge(limit);
                    }
                });
            }
        };
    }

    private static Problem brokenOff() {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The body broke off.");
    }

    private static long limit(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var own = route.getMetadata().get(METADATA);
        return (own == null ? DEFAULT : DataSize.parse(own.toString())).toBytes();
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large",
                "A body may have " + limit + " bytes here.");
    }
}
