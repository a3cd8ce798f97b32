package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import reactor.core.publisher.Flux;

import static dev.personamarket.preview.model.ScriptedModel.token;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service ends while somebody listens; it would wait for its streams for a minute. */
@PreviewServiceTest
@TestPropertySource(properties = {"spring.lifecycle.timeout-per-shutdown-phase=60s",
        "marketplace.preview.model.idle-deadline=60s", "marketplace.preview.agent.at-once=0"})
@DirtiesContext
class ShutdownIntegrationTests {

    @Test
    void openStreamsDoNotHoldUpTheEnd(@Autowired ConfigurableApplicationContext service,
            @Autowired WebTestClient client, @Autowired Catalogue catalogue, @Autowired ModelPeers peers) {
        peers.scripted().streams(Flux.concat(Flux.just(token("One ")), Flux.never()));
        var end = new CompletableFuture<@Nullable Void>();

        var events = Talker.visitor(client.mutate().responseTimeout(Duration.ofSeconds(30)).build())
                .stream(catalogue.published(), "Hello!", null).doOnNext(event -> {
                    if ("token".equals(event.event())) {
                        end.completeAsync(() -> stop(service));
                    }
                }).filter(event -> event.event() != null).collectList().block();

        assertThat(events).extracting(ServerSentEvent::event).containsExactly("session", "token", "error");
        assertThat(Talker.data(requireNonNull(events).getLast()).path("type").asString())
                .isEqualTo("/problems/service-stopping");
        await("the end of the service").atMost(Duration.ofSeconds(30)).until(end::isDone);
    }

    /** What closing does first, in the same order; a closed context would be beyond the reach of Spring's test support. */
    private static @Nullable Void stop(ConfigurableApplicationContext service) {
        service.publishEvent(new ContextClosedEvent(service));
        service.stop();
        return null;
    }
}
