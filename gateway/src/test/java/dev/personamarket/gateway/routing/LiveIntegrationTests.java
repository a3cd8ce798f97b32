package dev.personamarket.gateway.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.publisher.Sinks;

import static dev.personamarket.gateway.testing.Neighbours.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RunningGateway
class LiveIntegrationTests {

    private static final String LIVE = "/api/marketplace/live?personality=1";

    private final Sinks.Many<String> changes = Sinks.many().unicast().onBackpressureBuffer();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @BeforeEach
    void tellChanges() {
        CATALOG.answers((_, response) -> response.sse().header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no").sendString(changes.asFlux().doOnCancel(() -> stopped.set(true))));
        changes.tryEmitNext("retry: 3000\nid: 1\n\n");
    }

    @Test
    void eachChangePassesAsItComes(Browser browser) throws IOException {
        var answer = listen(browser.with("Accept-Encoding", "gzip").with("Last-Event-ID", "AQ"));

        assertThat(answer.headers().map()).doesNotContainKeys("Content-Encoding", "content-encoding");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(CATALOG.last().header("Last-Event-ID")).isEqualTo("AQ");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body()))) {
            assertThat(lines.readLine()).isEqualTo("retry: 3000");
            assertThat(lines.readLine()).isEqualTo("id: 1");
            for (var id = 2; id < 5; id++) {
                // each is read before the next one exists: nothing in between may wait for more
                assertThat(lines.readLine()).isEmpty();
                changes.tryEmitNext("id: " + id + "\n\n");
                assertThat(lines.readLine()).isEqualTo("id: " + id);
            }
        }
    }

    @Test
    void whoLeavesStopsTheStream(Browser browser) throws IOException {
        listen(browser).body().close();

        await().until(stopped::get);
    }

    @Test
    void aStreamIsASuccessFromItsBeginningOn(Browser browser, @Autowired CircuitBreakerRegistry breakers)
            throws IOException {
        var metrics = breakers.circuitBreaker("catalog").getMetrics();
        var before = metrics.getNumberOfSuccessfulCalls();

        var answer = listen(browser);
        await().until(() -> metrics.getNumberOfSuccessfulCalls() == before + 1);
        answer.body().close();

        await().until(stopped::get);
        assertThat(metrics.getNumberOfFailedCalls()).isZero();
    }

    @Test
    void streamsAreCountedByThemselves(Browser browser) throws IOException {
        var answer = listen(browser);

        assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).startsWith("\"streams\"");
        answer.body().close();
    }

    @Test
    void aHundredIdsHaveRoom(Browser browser) throws IOException {
        var ids = Stream.generate(() -> "personality=" + UUID.randomUUID()).limit(100)
                .collect(Collectors.joining("&"));

        browser.listen("/api/marketplace/live?" + ids, BodyHandlers.ofInputStream()).body().close();

        assertThat(CATALOG.last().uri()).endsWith(ids);
    }

    private static HttpResponse<InputStream> listen(Browser browser) {
        var answer = browser.listen(LIVE, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
