package dev.personamarket.gateway.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.session.Sessions;
import reactor.core.publisher.Mono;

/**
 * On every route: takes away whatever a caller says of who they are or where they come from, and puts a token of our
 * own there when they are signed in. A visitor goes on without any; the service says 401 where that is not enough.
 */
@Component
class IdentityFilter implements GlobalFilter, Ordered {

    // "connection" because it can name headers of ours that the next hop would then drop
    private static final List<String> DROPPED = List.of("authorization", "cookie", "connection", "forwarded", "via",
            "x-real-ip", "true-client-ip", "x-client-ip", "cf-connecting-ip", "x-http-method-override", "x-rewrite-url",
            "x-xsrf-token", "baggage");
    private static final List<String> DROPPED_PREFIXES = List.of("x-forwarded-", "x-discord-", "x-user-",
            "x-identity-", "x-original-", "x-auth-", "ce-", "ce_");

    // a visitor's own conversation is theirs by this cookie of preview-service; it says nothing about who they are
    private static final Set<String> PASSED_COOKIES = Set.of("preview_visitor");

    private final Sessions sessions;
    private final IdentityTokens tokens;

    IdentityFilter(Sessions sessions, IdentityTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public int getOrder() {
        return -100; // before any filter of a route adds a header
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return sessions.current(exchange).map(tokens::of).defaultIfEmpty("")
                .flatMap(token -> chain.filter(as(exchange, token)));
    }

    private static ServerWebExchange as(ServerWebExchange exchange, String token) {
        var cookies = passedCookies(exchange);
        return exchange.mutate().request(request -> request.headers(headers -> {
            headers.headerNames().stream().filter(IdentityFilter::dropped).toList().forEach(headers::remove);
            if (!cookies.isEmpty()) {
                headers.set(HttpHeaders.COOKIE, cookies);
            }
            if (!token.isEmpty()) {
                headers.setBearerAuth(token);
            }
        })).build();
    }

    private static String passedCookies(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().values().stream().flatMap(List::stream)
                .filter(cookie -> PASSED_COOKIES.contains(cookie.getName()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private static boolean dropped(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return DROPPED.contains(name) || DROPPED_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
