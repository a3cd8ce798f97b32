package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.Map;
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
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** An answer that broke off is continued in its place. */
@PreviewServiceTest
class GoingOnIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CUT = end().replace("\"stop\"", "\"length\"");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    private final Talker visitor;
    private final ScriptedModel model;
    private UUID orla = new UUID(0, 0);

    GoingOnIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers) {
        visitor = Talker.visitor(client.mutate().responseTimeout(PATIENCE).build());
        model = peers.scripted();
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void whatWasStoppedGoesOnInTheSameLine() {
        var session = stopped();
        model.streams(token("three."), end());

        var reply = visitor.goOn(orla, session);

        assertThat(reply.reply()).isEqualTo("three.");
        assertThat(reply.remaining()).isEqualTo(2);
        var history = visitor.history(session);
        assertThat(history.messages()).hasSize(3);
        assertThat(history.messages().getLast().content()).isEqualTo("One two three.");
        assertThat(history.messages().getLast().finishReason()).isEqualTo("stop");
        assertThat(history.remaining()).isEqualTo(2);
    }

    @Test
    void theModelIsShownTheUnfinishedAnswerAndToldToGoOn() {
        var session = stopped();
        model.streams(token("three."), end());

        visitor.goOn(orla, session);

        var asked = JsonMapper.shared().readTree(model.requests().getLast()).path("messages");
        assertThat(asked.valueStream().map(line -> line.path("content").asString())).endsWith("Hello!", "One two ",
                "Stay on the island.", TurnPrompts.GO_ON.content());
    }

    @Test
    void whatComesIsToldOfLikeAnyAnswer() {
        var session = stopped();
        model.streams(token("three."), end());

        visitor.goOn(orla, session);

        var replied = kafka.awaitEvent("marketplace.PreviewReplied.v1",
                event -> event.path("sessionId").asString().equals(session.toString())
                        && event.path("finishReason").asString().equals("stop"));
        Contracts.assertValid("marketplace.PreviewReplied.v1", replied);
        assertThat(replied.path("completionTokens").asInt()).isEqualTo(12);
    }

    @Test
    void whatFailedGoesOn() {
        model.streams(token("One ")).streams(token("two."), end());
        var events = visitor.events(orla, "Hello!", null);
        var problem = Talker.data(events.getLast());
        assertThat(problem.path("remaining").asInt(-1)).isEqualTo(2);

        visitor.goOn(orla, UUID.fromString(problem.path("sessionId").asString()));

        var page = visitor.list("").items();
        assertThat(page).singleElement()
                .satisfies(conversation -> assertThat(conversation.lastLine()).isEqualTo("One two."));
    }

    @Test
    void aQuestionThatWasNeverAnsweredIsAnswered() {
        model.streams(Flux.never()).streams(token("One."), end());
        var session = visitor.leave(
                visitor.stream(orla, "Hello!", null).takeUntil(_ -> !model.requests().isEmpty()));

        assertThat(visitor.goOn(orla, session).reply()).isEqualTo("One.");

        assertThat(visitor.history(session).messages()).extracting(Conversation.Line::content)
                .endsWith("Hello!", "One.");
    }

    @Test
    void anAnswerGoesOnThreeTimes() {
        model.streams(token("0"), CUT);
        var session = visitor.say(orla, "Count!", null).sessionId();
        for (var number : new String[]{"1", "2", "3"}) {
            model.streams(token(number), CUT);
            assertThat(visitor.goOn(orla, session).finishReason()).isEqualTo("length");
        }

        nothingToGoOnWith(session);

        assertThat(visitor.history(session).messages().getLast().content()).isEqualTo("0123");
        model.streams(token("4"), CUT).streams(token("5"), end());
        visitor.say(orla, "And then?", session);
        assertThat(visitor.goOn(orla, session).reply()).isEqualTo("5");
    }

    @Test
    void whoLeavesAgainKeepsAllOfIt() {
        var session = stopped();
        model.streams(Flux.concat(Flux.just(token("three ")), Flux.never()));

        visitor.leave(visitor.chat(orla, Map.of("sessionId", session, "goOn", true), MediaType.TEXT_EVENT_STREAM)
                .returnResult(Talker.EVENTS).getResponseBody().takeUntil(event -> "token".equals(event.event())));

        assertThat(visitor.history(session).messages().getLast().content()).isEqualTo("One two three ");
        assertThat(visitor.history(session).messages().getLast().finishReason()).isEqualTo("stopped");
    }

    @Test
    void aContinuationWithoutAWordIsTakenBack() {
        var session = stopped();
        for (var i = 0; i < 4; i++) {
            model.answers(500, Map.of(), "");
            visitor.tryToGoOn(orla, session).expectStatus().isEqualTo(503).expectBody().jsonPath("$.remaining")
                    .isEqualTo(2);
        }
        assertThat(visitor.history(session).messages().getLast().finishReason()).isEqualTo("stopped");
        assertThat(visitor.history(session).messages()).hasSize(3);

        model.streams(token("three."), end());
        assertThat(visitor.goOn(orla, session).reply()).isEqualTo("three.");
    }

    @Test
    void whatIsCompleteDoesNotGoOn() {
        model.streams(token("One."), end());

        nothingToGoOnWith(visitor.say(orla, "Hello!", null).sessionId());
    }

    @Test
    void whatIsUnderWayDoesNotGoOn() {
        var pieces = Sinks.many().unicast().<String>onBackpressureBuffer();
        model.streams(Flux.concat(Flux.just(token("One ")), pieces.asFlux()));

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.event() != null))
                .consumeNextWith(opening -> visitor
                        .tryToGoOn(orla, UUID.fromString(Talker.data(opening).path("sessionId").asString()))
                        .expectStatus().isEqualTo(409).expectBody().jsonPath("$.type")
                        .isEqualTo("/problems/preview-busy").jsonPath("$.remaining").isEqualTo(2))
                .thenCancel().verify(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"{\"goOn\": true} | sessionId",
            "{\"goOn\": true, \"message\": \"Hello\", \"sessionId\": \"019cf2ab-79a4-73f3-af1e-cebbd1410ab4\"} | goOn",
            "{\"goOn\": true, \"message\": \"\", \"sessionId\": \"019cf2ab-79a4-73f3-af1e-cebbd1410ab4\"} | goOn",
            "{\"goOn\": false, \"sessionId\": \"019cf2ab-79a4-73f3-af1e-cebbd1410ab4\"} | message"})
    void oneEitherSpeaksOrLetsGoOn(String json, String field, @Autowired WebTestClient client) {
        client.post().uri("/api/marketplace/preview/{id}/chat", orla).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json).exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/invalid-request").jsonPath("$.errors[0].field").isEqualTo(field);
    }

    private UUID stopped() {
        model.streams(Flux.concat(Flux.just(token("One "), token("two ")), Flux.never()));
        return visitor.leaveAfter(orla, "two ");
    }

    private void nothingToGoOnWith(UUID session) {
        visitor.tryToGoOn(orla, session).expectStatus().isEqualTo(409).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/nothing-to-go-on-with").jsonPath("$.remaining").isEqualTo(2);
    }
}
