package dev.personamarket.simulators.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Brings the troubles about, on both servers, before anything else looks at a call. */
@Component
@Order(0)
public class FaultFilter implements WebFilter {

    /** Exchange attribute that holds the {@link ModelFault} of this call, when there is one. */
    public static final String MODEL_FAULT = FaultFilter.class.getName() + ".model";

    private final Faults faults;

    public FaultFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith("/simulator/") || path.startsWith("/actuator")) {
            return chain.filter(exchange);
        }
        return faults.next(request.getMethod().name(), request.getPath().pathWithinApplication())
                .map(fault -> late(fault, Mono.defer(() -> cause(fault, exchange, chain))))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static Mono<Void> late(Fault fault, Mono<Void> trouble) {
        return fault.latencyMillis() == null
                ? trouble
                : Mono.delay(Duration.ofMillis(fault.latencyMillis())).then(trouble);
    }

    private static Mono<Void> cause(Fault fault, ServerWebExchange exchange, WebFilterChain chain) {
        if (Boolean.TRUE.equals(fault.close())) {
            return Connections.drop(exchange.getRequest());
        }
        if (fault.status() != null) {
            return answer(fault, fault.status(), exchange);
        }
        if (fault.model() != null) {
            exchange.getAttributes().put(MODEL_FAULT, fault.model());
        }
        return chain.filter(exchange);
    }

    private static Mono<Void> answer(Fault fault, int status, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setRawStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.TOO_MANY_REQUESTS.value() && fault.headers() == null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
        (fault.headers() == null ? Map.<String, String>of() : fault.headers()).forEach(response.getHeaders()::set);
        String body = fault.body() != null ? fault.body() : usualBody(status, exchange.getRequest().getPath().value());
        var buffer = response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(buffer));
    }

    private static String usualBody(int status, String path) {
        if (path.startsWith("/v1/")) {
            return """
                    {"error":{"message":"A fault was asked for.","type":"server_error","param":null,"code":null}}""";
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            return """
                    {"message":"You are being rate limited.","retry_after":1.0,"global":false}""";
        }
        var reason = HttpStatus.resolve(status);
        return """
                {"message":"%d: %s","code":0}""".formatted(status, reason == null ? "" : reason.getReasonPhrase());
    }
}
