package dev.personamarket.gateway.problems;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;
import reactor.core.publisher.Mono;

import static dev.personamarket.gateway.testing.Neighbours.CATALOG;
import static dev.personamarket.gateway.testing.Neighbours.RATING;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class ErrorsIntegrationTests {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api", "/api/nowhere", "/api/auth", "/api/auth/nobody", "/docs/nowhere.json",
            "/actuator/health", "/actuator/gateway/routes", "/actuator", "/v3/api-docs", "/.well-known/nothing",
            "/api/discord/interactions/x", "/docs/assets/nothing.js", "/favicon.ico"})
    void anUnknownAddressIs404(String path, Browser browser) {
        browser.get(path).isProblem(404, "/problems/not-found");
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/auth/me", "GET, /api/auth/logout", "DELETE, /.well-known/jwks.json", "PUT, /docs"})
    void anotherMethodIs405AndSaysWhichWouldDo(String method, String path, Browser browser) {
        var answer = browser.send(method, path, null).isProblem(405, "/problems/method-not-allowed");

        assertThat(answer.header("Allow")).isNotEmpty().doesNotContain(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/marketplace/personalities/a%2Fb", "/api/marketplace/a//b",
            "/api/marketplace/x%5Cy", "/api/marketplace/%2e%2e/x", "/api/marketplace/a;b=c", "/api/%00"})
    void aPathThatCouldBeReadInTwoWaysIs400(String path, Browser browser) {
        browser.get(path).isProblem(400, "/problems/invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/marketplace/%zz HTTP/1.1", "GET /a|b HTTP/1.1", "GET /\\ HTTP/1.1", "GARBAGE",
            "GET /\u0001 HTTP/1.1"})
    void whatIsNoHttpIs400(String requestLine, Browser browser) {
        var answer = browser.raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/invalid-request\"", "\"status\":400");
    }

    @Test
    void headersWithoutEndAreRefused(Browser browser) {
        var answer = browser.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (413|431)").containsIgnoringCase("application/problem+json");
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIs413(Browser browser) {
        browser.post("/api/marketplace/personalities/1/rate", "x".repeat(MEGABYTE + 1)).isProblem(413,
                "/problems/content-too-large");

        assertThat(RATING.received()).isEmpty();
    }

    @Test
    void aBodyThatTurnsOutTooLargeIs413(Browser browser) {
        var chunked = HttpRequest.newBuilder(browser.uri("/api/marketplace/personalities/1/rate"))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(2 * MEGABYTE))));

        browser.send(chunked).isProblem(413, "/problems/content-too-large");
    }

    @Test
    void aBodyThatStopsComingEndsTheConnection(Browser browser) {
        var answer = browser.raw("POST /api/marketplace/personalities/1/rate HTTP/1.1\r\nHost: localhost\r\n%s"
                + "Connection: close\r\nContent-Length: 100\r\n\r\nonly this");

        assertThat(answer).isEmpty();
    }

    @Test
    void aBodyOfOneMegabytePasses(Browser browser) {
        browser.post("/api/marketplace/personalities/1/rate", "x".repeat(MEGABYTE)).hasStatus(200);

        assertThat(RATING.last().body()).hasSize(MEGABYTE);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/admin/personalities/1/avatar, 20", "POST, /api/admin/personalities/import, 64"})
    void picturesAndCardsMayBeLarger(String method, String path, int megabytes, Browser browser) {
        browser.send(method, path, "x".repeat((megabytes - 1) * MEGABYTE)).hasStatus(200);
        browser.send(method, path, "x".repeat(megabytes * MEGABYTE + 1)).isProblem(413, "/problems/content-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/discord/interactions", "/api/discord/events"})
    void whatDiscordSendsIsSmall(String path, Browser browser) {
        browser.post(path, "x".repeat(MEGABYTE / 4)).hasStatus(200);
        browser.post(path, "x".repeat(MEGABYTE / 4 + 1)).isProblem(413, "/problems/content-too-large");
    }

    @Test
    void aServiceThatIsAwayIs503(Browser browser) {
        CATALOG.dies();

        var answer = browser.get("/api/marketplace/personalities").isProblem(503, "/problems/service-unavailable");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("RateLimit")).isNotEmpty();
    }

    @Test
    void aServiceThatBreaksOffIs502(Browser browser) {
        CATALOG.answers((request, _) -> {
            request.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });

        browser.post("/api/admin/personalities", "{}").isProblem(502, "/problems/service-failed");
    }

    @Test
    void aServiceThatTakesTooLongIs504(Browser browser) {
        CATALOG.answers((_, response) -> Mono.delay(Duration.ofMinutes(1)).then(response.send()));

        browser.get("/api/marketplace/personalities").isProblem(504, "/problems/service-timeout");
    }

    @Test
    void everyErrorCarriesTheHeadersThatKeepBrowsersSafe(Browser browser) {
        for (var path : new String[]{"/nowhere", "/api/auth/me", "/api/marketplace/a//b"}) {
            var answer = browser.get(path);

            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void aHeadRequestHasNoBody(Browser browser) {
        assertThat(browser.send("HEAD", "/nowhere", null).hasStatus(404).body()).isEmpty();
    }
}
