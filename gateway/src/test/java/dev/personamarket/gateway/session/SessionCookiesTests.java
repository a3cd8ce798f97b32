package dev.personamarket.gateway.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import org.springframework.util.MultiValueMap;

import dev.personamarket.gateway.site.PublicUrl;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookiesTests {

    @Test
    void behindTlsTheSessionIsBoundToThisHost() {
        var cookies = cookiesOf("https://marketplace.example");

        var session = cookies.getFirst("__Host-session");

        assertThat(session).hasToString(
                "__Host-session=id; Path=/; Max-Age=2592000; Expires=" + expires(session)
                        + "; Secure; HttpOnly; SameSite=Lax");
        assertThat(String.valueOf(cookies.getFirst("XSRF-TOKEN"))).contains("Secure", "SameSite=Lax")
                .doesNotContain("HttpOnly");
    }

    @Test
    void withoutTlsTheNameIsPlainAndScriptsStillCannotReadIt() {
        var cookies = cookiesOf("http://localhost:8080");

        assertThat(String.valueOf(cookies.getFirst("session"))).contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain");
    }

    private static MultiValueMap<String, ResponseCookie> cookiesOf(
            String publicUrl) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        new SessionCookies(new PublicUrl(URI.create(publicUrl)),
                new SessionSettings(List.of(), Duration.ofDays(7), Duration.ofDays(30))).set(exchange, "id", "csrf");
        return exchange.getResponse().getCookies();
    }

    private static String expires(@Nullable Object cookie) {
        return String.valueOf(cookie).replaceAll(".*Expires=([^;]*);.*", "$1");
    }
}
