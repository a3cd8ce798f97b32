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

    // No script may stand in a page. Styles may: the pages' components and Swagger UI write some. blob: is a picture
    // that somebody is about to upload
    private static final String POLICY = """
            default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://cdn.discordapp.com; \
            object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'""";

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(PublicUrl site) {
        headers.put("Content-Security-Policy", POLICY);
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
        exchange.getResponse().beforeCommit(
                () -> Mono.fromRunnable(() -> headers.forEach(exchange.getResponse().getHeaders()::set)));
        return chain.filter(exchange);
    }
}
