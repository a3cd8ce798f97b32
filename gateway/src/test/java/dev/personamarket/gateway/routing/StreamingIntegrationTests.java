package dev.personamarket.gateway.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.FakeService;
import dev.personamarket.gateway.testing.RunningGateway;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import static dev.personamarket.gateway.testing.Neighbours.PREVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RunningGateway
class StreamingIntegrationTests {

    private static final String CHAT = "/api/marketplace/preview/1/chat";

    private final Sinks.Many<String> model = Sinks.many().unicast().onBackpressureBuffer();

    @Test
    void eachTokenPassesAsItComes(Browser browser) throws IOException {
        PREVIEW.answers(streaming(model.asFlux()));
        model.tryEmitNext("first");

        var answer = browser.stream(CHAT, "{\"message\":\"Hello\"}", BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body()))) {
            for (var token : new String[]{"first", "second", "third"}) {
                // each is read before the next one exists: nothing in between may wait for more
                assertThat(lines.readLine()).isEqualTo("data: " + token);
                assertThat(lines.readLine()).isEmpty();
                model.tryEmitNext(token.equals("first") ? "second" : "third");
            }
            model.tryEmitComplete();
        }
    }

    @Test
    void aStreamIsNotCompressed(Browser browser) throws IOException {
        PREVIEW.answers(streaming(Flux.just("only")));

        var answer = browser.with("Accept-Encoding", "gzip, br").stream(CHAT, "{}", BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo("data: only\n\n");
    }

    @Test
    void nobodyFurtherOnMayStoreOrHoldUpAStream(Browser browser) throws IOException {
        PREVIEW.answers(streaming(Flux.just("only")));

        var answer = browser.stream(CHAT, "{}", BodyHandlers.ofString());

        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("X-Accel-Buffering")).containsExactly("no");
    }

    @Test
    void whoLeavesStopsTheService(Browser browser) throws IOException {
        var stopped = new AtomicBoolean();
        PREVIEW.answers(streaming(model.asFlux().doOnCancel(() -> stopped.set(true))));
        model.tryEmitNext("first");

        browser.stream(CHAT, "{}", BodyHandlers.ofInputStream()).body().close();

        await().until(() -> {
            model.tryEmitNext("next");
            return stopped.get();
        });
    }

    private static FakeService.Answer streaming(Flux<String> tokens) {
        return (_, response) -> response.sse().header("Cache-Control", "no-store").header("X-Accel-Buffering", "no")
                .sendString(tokens.map(token -> "data: " + token + "\n\n"));
    }
}
