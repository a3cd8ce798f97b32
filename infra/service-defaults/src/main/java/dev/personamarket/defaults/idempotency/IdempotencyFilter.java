package dev.personamarket.defaults.idempotency;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.handler.ExceptionHandlingWebHandler;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.defaults.problems.ProblemHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Honours {@code Idempotency-Key} on the {@link IdempotentRoutes}, for signed-in callers. It stands behind security,
 * which so judges every request, a repeated one too; requests without the header pass by.
 */
final class IdempotencyFilter implements WebFilter, Ordered {

    private final IdempotentRoutes routes;
    private final IdempotentRequests requests;
    private final IdempotencyProperties properties;
    private final ProblemHandler problems;
    private final DataSize maxBody;

    IdempotencyFilter(IdempotentRoutes routes, IdempotentRequests requests, IdempotencyProperties properties,
            ProblemHandler problems, DataSize maxBody) {
        this.routes = routes;
        this.requests = requests;
        this.properties = properties;
        this.problems = problems;
        this.maxBody = maxBody;
    }

    /** Spring Security's filters are at -100. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return hasKey(exchange.getRequest())
                ? Caller.signedIn().singleOptional().flatMap(caller -> caller
                        .map(user -> once(user, exchange, chain)).orElseGet(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }

    private boolean hasKey(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(IdempotencyKey.HEADER)
                && routes.include(request.getMethod(), request.getPath().pathWithinApplication());
    }

    private Mono<Void> once(Caller caller, ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return body(request).flatMap(body -> requests.once(KeyedRequest.of(caller, request, body),
                handled(exchange, body, chain))).flatMap(answer -> answer.sendTo(exchange.getResponse()));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), (int) maxBody.toBytes()).map(IdempotencyFilter::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What the application answers; a fault too, since its problem may be what is kept. */
    private Mono<Answer> handled(ServerWebExchange exchange, byte[] body, WebFilterChain chain) {
        var response = new RecordedResponse();
        var recorded = exchange.mutate().request(withBody(exchange.getRequest(), body)).response(response).build();
        return Mono.defer(() -> chain.filter(recorded)).timeout(properties.takeOverAfter(), givenUp())
                .onErrorResume(error -> problem(recorded, error)).then(Mono.defer(response::setComplete))
                .then(Mono.fromSupplier(response::answer));
    }

    /** Metrics and traces learn of the fault where they look for those that are answered further out. */
    private Mono<Void> problem(ServerWebExchange exchange, Throwable error) {
        exchange.getAttributes().put(ExceptionHandlingWebHandler.HANDLED_WEB_EXCEPTION, error);
        return problems.handle(exchange, error);
    }

    private static Mono<Void> givenUp() {
        return Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "took-too-long",
                "This took too long and was given up; it may have had its effect. Send it again with the same key."));
    }

    private static ServerHttpRequest withBody(ServerHttpRequest request, byte[] body) {
        return new ServerHttpRequestDecorator(request) {

            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
            }
        };
    }
}
