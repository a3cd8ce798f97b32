package dev.personamarket.gateway.site;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/**
 * The headers that OWASP ASVS 5.0 asks for (3.4.1 to 3.4.8), on every answer, a service's and an error's included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders implements WebFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String PAGES = """
            default-src 'self'; img-src 'self' data: https://cdn.discordapp.com; object-src 'none'; base-uri 'none'; \
            form-action 'self'; frame-ancestors 'none'""";
    // Swagger UI sets style attributes and draws its icons from data URLs
    private static final String DOCS = """
            default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; \
            base-uri 'none'; form-action 'none'; frame-ancestors 'none'""";

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(PublicUrl site) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (site.secure()) {
            headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
            var answer = exchange.getResponse().getHeaders();
            headers.forEach(answer::set);
            answer.set(POLICY, isDocs(exchange) ? DOCS : PAGES);
        }));
        return chain.filter(exchange);
    }

    private static boolean isDocs(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return path.equals("/docs") || path.startsWith("/docs/");
    }
}
