package dev.personamarket.defaults.problems;

import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error of the application with {@code application/problem+json}: one place, whoever raised it. */
@Order(-2)
public final class ProblemHandler
        implements
            ErrorWebExceptionHandler,
            ServerAuthenticationEntryPoint,
            ServerAccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = Problems.of(error);
        log(exchange, problem, error);
        return write(exchange, problem);
    }

    /** A 503 is a neighbour's fault, expected and often; any other 5xx is ours. */
    private static void log(ServerWebExchange exchange, ErrorResponse problem, Throwable error) {
        var request = exchange.getRequest();
        if (problem.getStatusCode().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn("{} {} could not be served: {}", request.getMethod(), request.getPath(), error.toString());
        } else if (problem.getStatusCode().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getPath(), error);
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, ErrorResponse problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var bytes = json.writeValueAsBytes(body(exchange, problem));
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static Map<String, Object> body(ServerWebExchange exchange, ErrorResponse problem) {
        var detail = problem.getBody();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(detail.getType()));
        body.put("title", String.valueOf(detail.getTitle()));
        body.put("status", detail.getStatus());
        body.put("detail", String.valueOf(detail.getDetail()));
        body.put("instance", exchange.getRequest().getPath().value());
        if (detail.getProperties() != null) {
            body.putAll(detail.getProperties());
        }
        return body;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        return handle(exchange, error);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange,
            org.springframework.security.access.AccessDeniedException denied) {
        return handle(exchange, (Throwable) denied);
    }
}
