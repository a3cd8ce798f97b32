package dev.personamarket.gateway.site;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersTests {

    @Test
    void behindTlsBrowsersAreToldToStayThere() {
        assertThat(headers("https://marketplace.example", "/").getFirst("Strict-Transport-Security"))
                .startsWith("max-age=63072000");
    }

    @Test
    void withoutTlsTheyAreNot() {
        assertThat(headers("http://localhost:8080", "/").containsHeader("Strict-Transport-Security")).isFalse();
    }

    @Test
    void noScriptMayStandInAPage() {
        assertThat(headers("http://localhost:8080", "/").getFirst("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("script-src", "unsafe-eval");
    }

    private static HttpHeaders headers(String publicUrl, String path) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        new SecurityHeaders(new PublicUrl(URI.create(publicUrl)))
                .filter(exchange, passed -> passed.getResponse().setComplete()).block();
        return exchange.getResponse().getHeaders();
    }
}
