package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.simulators.faults.ModelFault;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way in which the simulated model can go wrong, as a client sees it. */
@PreviewServiceTest
class ModelFaultsIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    private final Talker visitor;
    private final Simulators simulator;
    private UUID orla = new UUID(0, 0);

    ModelFaultsIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers) {
        visitor = Talker.visitor(client.mutate().responseTimeout(Duration.ofSeconds(20)).build());
        simulator = peers.simulator();
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @ParameterizedTest
    @CsvSource({"down, model-unavailable", "hang, model-timeout", "rate-limited, model-busy",
            "rate-limited-silent, model-busy", "insufficient-quota, model-quota", "server-error, model-unavailable",
            "garbage, model-broken"})
    void aFaultBeforeTheFirstTokenTakesTheMessageBack(String fault, String reason) {
        simulator.cause(Fault.model(ModelFault.of(fault)).times(1));

        var events = visitor.events(orla, "Hello!", null);

        assertThat(events).hasSize(2);
        var problem = Talker.data(events.getLast());
        assertThat(events.getLast().event()).isEqualTo("error");
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + reason);
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(problem.path("title").asString()).isNotBlank();
        var session = UUID.fromString(Talker.data(events.getFirst()).path("sessionId").asString());
        isFailed(session, reason);
        assertThat(visitor.history(session).messages()).hasSize(1);
        assertThat(visitor.say(orla, "Hello again!", session).remaining()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"close-mid-answer", "error-in-stream", "no-done"})
    void aFaultInTheMiddleKeepsWhatWasSaid(String fault) {
        simulator.cause(Fault.model(ModelFault.of(fault)).times(1));

        var events = visitor.events(orla, "Do you ever get lonely?", null);

        assertThat(events).hasSizeGreaterThan(3);
        assertThat(events.getLast().event()).isEqualTo("error");
        assertThat(Talker.data(events.getLast()).path("type").asString()).isEqualTo("/problems/model-broken");
        var session = UUID.fromString(Talker.data(events.getFirst()).path("sessionId").asString());
        isFailed(session, "model-broken");
        var last = visitor.history(session).messages().getLast();
        assertThat(last.finishReason()).isEqualTo("failed");
        assertThat(last.content()).isNotBlank();
        assertThat(visitor.say(orla, "Go on.", session).reply()).isNotBlank();
    }

    @Test
    void aFilteredAnswerIsNoFault() {
        simulator.cause(Fault.model(ModelFault.CONTENT_FILTER).times(1));

        var reply = visitor.say(orla, "Do you ever get lonely?", null);

        assertThat(reply.finishReason()).isEqualTo("content_filter");
        assertThat(reply.reply()).isNotBlank();
    }

    @Test
    void whoWantsJsonGetsAProblem() {
        simulator.cause(Fault.model(ModelFault.RATE_LIMITED).times(1));

        visitor.tryToSay(orla, "Hello!", null).expectStatus().isEqualTo(503).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader().valueEquals("Retry-After", "1")
                .expectBody().jsonPath("$.type").isEqualTo("/problems/model-busy");
    }

    @Test
    void aModelThatKeepsFailingIsLeftAlone() {
        simulator.cause(Fault.model(ModelFault.DOWN));
        var session = UUID.fromString(
                Talker.data(visitor.events(orla, "Hello!", null).getFirst()).path("sessionId").asString());
        for (var i = 1; i < 10; i++) {
            visitor.events(orla, "Hello!", session);
        }
        var calls = simulator.calls().size();

        visitor.send(orla, "Hello!", session, MediaType.TEXT_EVENT_STREAM).expectStatus().isEqualTo(503)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader()
                .valueEquals("Retry-After", "60").expectBody().jsonPath("$.type")
                .isEqualTo("/problems/model-unavailable");

        assertThat(simulator.calls()).hasSize(calls);
        assertThat(visitor.history(session).messages()).hasSize(1);
        assertThat(visitor.history(session).remaining()).isEqualTo(3);
    }

    private void isFailed(UUID session, String reason) {
        var failed = kafka.awaitEvent("marketplace.PreviewFailed.v1", event -> isOf(event, session));
        Contracts.assertValid("marketplace.PreviewFailed.v1", failed);
        assertThat(failed.path("reason").asString()).isEqualTo(reason);
    }

    private static boolean isOf(JsonNode event, UUID session) {
        return event.path("sessionId").asString().equals(session.toString());
    }
}
