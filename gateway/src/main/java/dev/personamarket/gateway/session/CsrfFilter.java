package dev.personamarket.gateway.session;

import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import dev.personamarket.gateway.problems.Problem;
import reactor.core.publisher.Mono;

/**
 * Whoever comes with a session must show, on each unsafe method, that they can read its CSRF cookie. A request without
 * a session cookie needs no token: there is nothing in it that a foreign page could abuse, it may as well come
 * from {@code curl}; a visitor's one cookie, for their own previews, is SameSite. What Discord sends is signed instead.
 */
@Component
@Order(-90)
class CsrfFilter implements WebFilter {

    private static final String HEADER = "X-XSRF-TOKEN";
    private static final Set<String> SIGNED = Set.of("/api/discord/interactions", "/api/discord/events");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SessionCookies cookies;
    private final CsrfTokens tokens;

    CsrfFilter(SessionCookies cookies, CsrfTokens tokens) {
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return cookies.session(exchange).map(session -> check(exchange, chain, session))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> check(ServerWebExchange exchange, WebFilterChain chain, String session) {
        var current = tokens.of(session);
        if (!current.equals(cookies.csrf(exchange))) {
            cookies.setCsrf(exchange, current);
        }
        if (needsToken(exchange) && !tokens.fits(session, exchange.getRequest().getHeaders().getFirst(HEADER))) {
            return Mono.error(Problem.of(HttpStatus.FORBIDDEN, "csrf-token-invalid",
                    "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN."));
        }
        return chain.filter(exchange);
    }

    private static boolean needsToken(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return !SAFE.contains(request.getMethod()) && !SIGNED.contains(request.getPath().value());
    }
}
