package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** A conversation begins anew under the same id. */
@PreviewServiceTest
class RestartIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private ModelPeers peers;

    private final Talker visitor;
    private UUID orla = new UUID(0, 0);

    RestartIntegrationTests(@Autowired WebTestClient client) {
        visitor = Talker.visitor(client.mutate().responseTimeout(PATIENCE).build());
    }

    @BeforeEach
    void orlaSpeaks() {
        peers.simulator();
        orla = catalogue.published();
    }

    @Test
    void nothingIsLeftButTheGreetingOfTheNewestVersion() {
        var session = visitor.say(orla, "Hello!", null).sessionId();
        visitor.say(orla, "Still there?", session);
        var before = visitor.history(session);
        catalogue.publish(orla, 2, 2);
        catalogue.awaitVersion(orla, 2);

        var restarted = requireNonNull(visitor.restart(session).expectStatus().isOk().expectHeader()
                .valueEquals("Cache-Control", "no-store").expectBody(Conversation.class).returnResult()
                .getResponseBody());

        assertThat(restarted).isEqualTo(visitor.history(session));
        assertThat(restarted.messages()).hasSize(1);
        assertThat(restarted.messages().getFirst().saidAt()).isAfter(before.messages().getLast().saidAt());
        assertThat(restarted.personalityVersion()).isEqualTo(2);
        assertThat(restarted.remaining()).isEqualTo(3);
        assertThat(visitor.say(orla, "Hello again!", session).remaining()).isEqualTo(2);
        assertThat(visitor.history(session).messages()).hasSize(3);
    }

    @Test
    void anAnswerUnderWayIsStoredNoMore() {
        var pieces = Sinks.many().unicast().<String>onBackpressureBuffer();
        var model = peers.scripted();
        model.streams(Flux.concat(Flux.just(token("One ")), pieces.asFlux())).streams(token("Two."), end());

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.event() != null))
                .consumeNextWith(opening -> {
                    var session = UUID.fromString(Talker.data(opening).path("sessionId").asString());
                    Awaitility.await("the call to the model").until(() -> model.requests().size() == 1);
                    visitor.restart(session).expectStatus().isOk();
                    assertThat(visitor.say(orla, "Hello again!", session).remaining()).isEqualTo(2);
                    pieces.tryEmitNext(end());
                    pieces.tryEmitComplete();
                }).expectNextCount(2).expectComplete().verify(PATIENCE);

        var session = visitor.list("").items().getFirst().sessionId();
        assertThat(visitor.history(session).messages()).extracting(Conversation.Line::content)
                .endsWith("Hello again!", "Two.").hasSize(3);
    }

    @Test
    void aPersonalityThatWasWithdrawnDoesNotBeginAnew() {
        var session = visitor.say(orla, "Hello!", null).sessionId();
        catalogue.withdraw(orla, 2);
        catalogue.awaitSilence(orla);

        visitor.restart(session).expectStatus().isNotFound().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/personality-not-found");

        assertThat(visitor.history(session).messages()).hasSize(3);
    }

    @Test
    void whatDoesNotExistDoesNotBeginAnew() {
        visitor.say(orla, "Hello!", null);

        visitor.restart(UuidCreator.getTimeOrderedEpoch()).expectStatus().isNotFound().expectBody()
                .jsonPath("$.type").isEqualTo("/problems/session-not-found");
    }
}
