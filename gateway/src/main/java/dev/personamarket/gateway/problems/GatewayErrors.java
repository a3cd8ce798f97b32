package dev.personamarket.gateway.problems;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Turns whatever went wrong in the gateway into a problem. What a service answers, its own problems included, passes
 * by here untouched. Nothing of an exception reaches the caller.
 */
@Component
@Order(-2)
class GatewayErrors implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(GatewayErrors.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ProblemWriter problems;

    GatewayErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error); // the server ends the connection: the only way left to say that it broke
        }
        var problem = problem(error);
        if (problem.getStatusCode().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath(), error);
        } else if (problem.getStatusCode().is5xxServerError()) {
            log.warn("{} {} answered {}: {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
                    problem.getStatusCode(), error.toString());
        }
        return problems.write(exchange, problem);
    }

    private static ErrorResponse problem(Throwable error) {
        return switch (error) {
            case Problem problem -> problem;
            case ErrorResponse known -> plain(known);
            case ConnectException _,UnknownHostException _ ->
                Problem.unavailable("service-unavailable", "A service that this needs does not answer.", SOON);
            case io.netty.handler.timeout.TimeoutException _,TimeoutException _ -> plain(HttpStatus.GATEWAY_TIMEOUT);
            case AbortedException _ -> plain(HttpStatus.BAD_REQUEST); // the caller has gone
            case IOException _ -> plain(HttpStatus.BAD_GATEWAY);
            default -> plain(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }

    /** Keeps the headers ({@code Allow}, say), leaves the text, which may quote a URL or an exception. */
    private static ErrorResponse plain(ErrorResponse known) {
        var problem = plain(known.getStatusCode());
        problem.getHeaders().putAll(known.getHeaders());
        return problem;
    }

    private static Problem plain(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? plain(HttpStatus.BAD_GATEWAY) : PlainProblems.of(status);
    }
}
