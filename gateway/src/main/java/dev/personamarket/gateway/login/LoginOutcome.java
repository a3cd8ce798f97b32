package dev.personamarket.gateway.login;

import java.net.URI;
import java.util.Comparator;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import reactor.core.publisher.Mono;

/** How a sign-in that came to nothing is told: a browser is sent back to the site, a program gets a problem. */
enum LoginOutcome {

    DENIED("denied", HttpStatus.FORBIDDEN, "Discord says that you did not agree."),
    FAILED("failed", HttpStatus.BAD_REQUEST, "This sign-in is unknown, was used before or took too long. Start again."),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Signing in does not work right now.");

    private static final String RETRY_AFTER_SECONDS = "5";

    private final String code;
    private final HttpStatus status;
    private final String detail;

    LoginOutcome(String code, HttpStatus status, String detail) {
        this.code = code;
        this.status = status;
        this.detail = detail;
    }

    Mono<Void> tell(ServerWebExchange exchange) {
        if (wantsJson(exchange)) {
            var problem = Problem.of(status, "login-" + code, detail);
            if (this == UNAVAILABLE) {
                problem.getHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
            }
            return Mono.error(problem);
        }
        return redirect(exchange, "/?login=" + code);
    }

    static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(URI.create(path));
        response.getHeaders().setCacheControl("no-store");
        return response.setComplete();
    }

    private static boolean wantsJson(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .max(Comparator.comparingDouble(MediaType::getQualityValue))
                .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON) && type.isConcrete()
                        || type.equals(MediaType.APPLICATION_PROBLEM_JSON))
                .isPresent();
    }
}
