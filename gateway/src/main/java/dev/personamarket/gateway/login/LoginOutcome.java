package dev.personamarket.gateway.login;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import reactor.core.publisher.Mono;

/**
 * How a sign-in that came to nothing is told: a browser is sent back to the site with {@code ?login=<code>}, a program gets the
 * problem {@code login-<code>}.
 */
enum LoginOutcome {

    DENIED(HttpStatus.FORBIDDEN, "Discord says that you did not agree."),
    EXPIRED(HttpStatus.BAD_REQUEST, "This sign-in took too long. Start again."),
    FOREIGN(HttpStatus.BAD_REQUEST, "This answers no sign-in that was begun in this browser. Start again."),
    USED(HttpStatus.BAD_REQUEST, "This sign-in was used before. Start again."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Signing in does not work right now."),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Discord has too much to do right now.");

    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final String detail;

    LoginOutcome(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    static LoginOutcome of(AuthenticationException why) {
        return switch (why) {
            case LoginRefused refused -> refused.outcome();
            case DiscordAway away -> away.busy() ? BUSY : UNAVAILABLE;
            case OAuth2AuthenticationException told -> of(told.getError().getErrorCode());
            default -> UNAVAILABLE;
        };
    }

    /** What Discord says of a person's decision, or of a code; all else is our mistake or its bad day. */
    private static LoginOutcome of(String errorCode) {
        return switch (errorCode) {
            case OAuth2ErrorCodes.ACCESS_DENIED -> DENIED;
            case OAuth2ErrorCodes.INVALID_GRANT -> USED;
            case OAuth2ErrorCodes.INVALID_REQUEST -> FOREIGN; // the code was given to who has another PKCE verifier
            default -> UNAVAILABLE;
        };
    }

    /** Whether somebody should look after it. */
    boolean isOurs() {
        return status.is5xxServerError();
    }

    Mono<Void> tell(ServerWebExchange exchange, AuthenticationException why) {
        return wantsJson(exchange) ? Mono.error(problem(why)) : redirect(exchange, "/?login=" + code());
    }

    private Problem problem(AuthenticationException why) {
        var problem = Problem.of(status, "login-" + code(), detail);
        return isOurs() ? problem.retryAfter(why instanceof DiscordAway away ? away.retryAfter() : SOON) : problem;
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
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
