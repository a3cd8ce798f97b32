package dev.personamarket.gateway.routing;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import static dev.personamarket.gateway.testing.Neighbours.CATALOG;
import static dev.personamarket.gateway.testing.Neighbours.PREVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RunningGateway
class BreakerIntegrationTests {

    private static final String LIST = "/api/marketplace/personalities";
    private static final int CALLS_UNTIL_OPEN = 10;

    private final CircuitBreakerRegistry breakers;

    BreakerIntegrationTests(@Autowired CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServiceThatKeepsFailingIsLeftAlone(int status, Browser browser) {
        CATALOG.answers(status, "text/plain", "no");
        failOften(browser, status);

        var refused = browser.get(LIST).isProblem(503, "/problems/service-unavailable");

        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(CATALOG.received()).hasSize(CALLS_UNTIL_OPEN);
    }

    @Test
    void aServiceThatIsGoneIsLeftAloneToo(Browser browser) {
        CATALOG.dies();
        failOften(browser, 503);

        assertThat(browser.get(LIST).hasStatus(503).header("Retry-After")).isEqualTo("5");
    }

    @Test
    void theOthersGoOnMeanwhile(Browser browser) {
        CATALOG.answers(500, "text/plain", "no");
        failOften(browser, 500);

        browser.get("/api/marketplace/preview/sessions/1").hasStatus(200);
    }

    @Test
    void aServiceThatIsBackIsUsedAgain(Browser browser) {
        CATALOG.dies();
        failOften(browser, 503);
        CATALOG.comesBack();

        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(500))
                .until(() -> browser.get(LIST).status() == 200);

        for (var i = 0; i < 3; i++) {
            browser.get(LIST).hasStatus(200);
        }
        assertThat(breakers.circuitBreaker("catalog").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void badRequestsSayNothingAboutTheService(Browser browser) {
        CATALOG.answers(404, "text/plain", "no");
        for (var i = 0; i < 2 * CALLS_UNTIL_OPEN; i++) {
            browser.get(LIST).hasStatus(404);
            browser.post(LIST, "x".repeat(1024 * 1024 + 1)).hasStatus(413);
        }

        assertThat(breakers.circuitBreaker("catalog").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aServiceThatSpeaksOfANeighbourOfItsOwnIsSound(Browser browser) {
        PREVIEW.answers((_, response) -> response.status(503).header("Retry-After", "5").send());
        for (var i = 0; i < 2 * CALLS_UNTIL_OPEN; i++) {
            browser.get("/api/marketplace/preview/sessions/1").hasStatus(503);
        }

        assertThat(PREVIEW.received()).hasSize(2 * CALLS_UNTIL_OPEN);
    }

    @Test
    void callersWhoBreakOffSayNothingAboutTheService(Browser browser) {
        for (var i = 0; i < 2 * CALLS_UNTIL_OPEN; i++) {
            browser.hangsUpAfter(
                    "POST " + LIST + " HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 100000\r\n\r\npart");
            browser.hangsUpAfter(
                    "POST " + LIST + " HTTP/1.1\r\nHost: localhost\r\n%sTransfer-Encoding: chunked\r\n\r\nzz");
        }

        browser.get(LIST).hasStatus(200);
        assertThat(breakers.circuitBreaker("catalog").getMetrics().getNumberOfFailedCalls()).isZero();
    }

    private static void failOften(Browser browser, int status) {
        for (var i = 0; i < CALLS_UNTIL_OPEN; i++) {
            browser.get(LIST).hasStatus(status);
        }
    }
}
