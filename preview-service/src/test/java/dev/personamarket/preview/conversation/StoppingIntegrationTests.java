package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.preview.speaking.Endings;
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Shutdown;
import dev.personamarket.preview.speaking.Speaker;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** A model under a test's control: what happens while an answer is under way, and when its listener leaves. */
@PreviewServiceTest
class StoppingIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    private final Talker visitor;
    private final ScriptedModel model;
    private final Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();
    private UUID orla = new UUID(0, 0);

    StoppingIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers) {
        visitor = Talker.visitor(client.mutate().responseTimeout(PATIENCE).build());
        model = peers.scripted();
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void theFirstTokenIsThereBeforeTheSecondIsMade() {
        model.streams(pieces.asFlux());

        StepVerifier.create(texts("Hello!")).then(() -> pieces.tryEmitNext(token("One "))).expectNext("One ")
                .then(() -> pieces.tryEmitNext(token("two."))).expectNext("two.")
                .then(() -> pieces.tryEmitNext(end())).then(pieces::tryEmitComplete).expectComplete().verify(PATIENCE);
    }

    @Test
    void theSessionIsThereBeforeTheFirstToken() {
        model.streams(Flux.never());

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.event() != null))
                .expectNextMatches(event -> "session".equals(event.event())).thenCancel().verify(PATIENCE);
    }

    @Test
    void aSilentStreamShowsThatItLives() {
        model.streams(Flux.never());

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.comment() != null))
                .expectNextCount(3).thenCancel().verify(PATIENCE);
    }

    @Test
    void leavingEndsTheCallAndKeepsWhatWasSaid() {
        model.streams(Flux.concat(Flux.just(token("One "), token("two ")), Flux.never()));
        var session = leaveAfter("two ");

        Awaitility.await("the end of the call").until(() -> model.abandoned() == 1);
        var history = awaitEnd(session);
        assertThat(history.messages().getLast().content()).isEqualTo("One two ");
        assertThat(history.messages().getLast().finishReason()).isEqualTo("stopped");
        var replied = kafka.awaitEvent("marketplace.PreviewReplied.v1", event -> isOf(event, session));
        Contracts.assertValid("marketplace.PreviewReplied.v1", replied);
        assertThat(replied.path("finishReason").asString()).isEqualTo("stopped");
        assertThat(replied.path("promptTokens").asInt()).isPositive();
    }

    @Test
    void leavingBeforeTheFirstTokenKeepsTheQuestion() {
        model.streams(Flux.never());
        var session = sessionOf(visitor.stream(orla, "Hello?", null)
                .takeUntil(event -> "session".equals(event.event())));

        var history = awaitEnd(session);
        assertThat(history.messages()).extracting(Conversation.Line::content).endsWith("Hello?");
        var failed = kafka.awaitEvent("marketplace.PreviewFailed.v1", event -> isOf(event, session));
        Contracts.assertValid("marketplace.PreviewFailed.v1", failed);
        assertThat(failed.path("reason").asString()).isEqualTo("stopped");
    }

    @Test
    void theConversationGoesOnAfterAnAnswerThatWasStopped() {
        model.streams(Flux.concat(Flux.just(token("One "), token("two ")), Flux.never())).streams(token("Three."),
                end());
        var session = leaveAfter("two ");
        awaitEnd(session);

        visitor.say(orla, "Go on.", session);

        var asked = JsonMapper.shared().readTree(model.requests().getLast()).path("messages");
        assertThat(asked.valueStream().map(line -> line.path("content").asString()))
                .endsWith("Hello!", "One two ", "Go on.", "Stay on the island.");
    }

    @Test
    void anAnswerThatMayNotBeSaidIsTakenBackAndItsCallEnds() {
        model.streams(Flux.concat(Flux.just(token("First you co"), token("ok me"), token("th, then ")), Flux.never()));

        var events = visitor.events(orla, "What do you do?", null);

        assertThat(events).extracting(ServerSentEvent::event).containsExactly("session", "token", "token", "done");
        assertThat(Talker.data(events.get(1)).path("text").asString()).isEqualTo("First you ");
        assertThat(Talker.data(events.get(2)).path("replaces").asBoolean()).isTrue();
        assertThat(Talker.data(events.get(3)).path("finishReason").asString()).isEqualTo("content_filter");
        Awaitility.await("the end of the call").until(() -> model.abandoned() == 1);
        var session = UUID.fromString(Talker.data(events.getFirst()).path("sessionId").asString());
        assertThat(visitor.history(session).messages().getLast().content())
                .isEqualTo(Talker.data(events.get(2)).path("text").asString()).doesNotContain("cook");
    }

    @Test
    void aSecondMessageWaitsForTheFirstAnswer() {
        model.streams(Flux.concat(Flux.just(token("One ")), pieces.asFlux()));

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.event() != null))
                .consumeNextWith(opening -> {
                    var session = UUID.fromString(Talker.data(opening).path("sessionId").asString());
                    visitor.tryToSay(orla, "Are you there?", session).expectStatus().isEqualTo(409).expectBody()
                            .jsonPath("$.type").isEqualTo("/problems/preview-busy");
                    assertThat(visitor.history(session).answering()).isTrue();
                    assertThat(visitor.history(session).messages()).hasSize(2);
                }).expectNextCount(1).then(() -> pieces.tryEmitNext(end())).then(pieces::tryEmitComplete)
                .expectNextCount(1).expectComplete().verify(PATIENCE);
    }

    @Test
    void aConversationCanBeForgottenWhileItIsAnswered() {
        model.streams(Flux.concat(Flux.just(token("One ")), pieces.asFlux()));

        StepVerifier.create(visitor.stream(orla, "Hello!", null).filter(event -> event.event() != null))
                .consumeNextWith(opening -> visitor.session(HttpMethod.DELETE,
                        UUID.fromString(Talker.data(opening).path("sessionId").asString())).expectStatus()
                        .isNoContent())
                .expectNextCount(1).then(() -> pieces.tryEmitNext(end())).then(pieces::tryEmitComplete)
                .expectNextMatches(event -> "done".equals(event.event())).expectComplete().verify(PATIENCE);
    }

    @Test
    void anInstanceThatStopsEndsItsAnswersAndKeepsWhatWasSaid(@Autowired Sessions sessions,
            @Autowired Reception reception, @Autowired Answers answers, @Autowired Speaker speaker,
            @Autowired Endings endings) {
        model.streams(Flux.concat(Flux.just(token("One ")), Flux.never()));
        var shutdown = new Shutdown();
        var owner = Owner.visitor("somebody");
        var instance = new Conversations(reception, answers, speaker, endings, shutdown);

        var events = instance.chat(orla, owner, new ChatRequest("Hello!", null)).doOnNext(event -> {
            if (event instanceof PreviewEvent.Token) {
                shutdown.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));
            }
        }).collectList().block(PATIENCE);

        assertThat(events).hasSize(3).last().isInstanceOfSatisfying(PreviewEvent.Failed.class, failed -> assertThat(
                failed.problem().getBody().getType()).hasToString("/problems/service-stopping"));
        var session = ((PreviewEvent.Session) Objects.requireNonNull(events).getFirst()).sessionId();
        var history = Objects.requireNonNull(sessions.find(session, owner).block(PATIENCE));
        assertThat(history.messages().getLast().content()).isEqualTo("One ");
        assertThat(history.answering()).isFalse();
    }

    private Flux<String> texts(String message) {
        return visitor.stream(orla, message, null).filter(event -> "token".equals(event.event()))
                .map(event -> Talker.data(event).path("text").asString());
    }

    private UUID leaveAfter(String token) {
        return sessionOf(visitor.stream(orla, "Hello!", null).takeUntil(event -> "token".equals(event.event())
                && Talker.data(event).path("text").asString().equals(token)));
    }

    private static UUID sessionOf(Flux<ServerSentEvent<String>> events) {
        return Objects.requireNonNull(events.filter(event -> "session".equals(event.event()))
                .map(event -> UUID.fromString(Talker.data(event).path("sessionId").asString())).blockLast(PATIENCE));
    }

    private Conversation awaitEnd(UUID session) {
        return Awaitility.await("the end of the answer").until(() -> visitor.history(session),
                history -> !history.answering());
    }

    private static boolean isOf(JsonNode event, UUID session) {
        return event.path("sessionId").asString().equals(session.toString());
    }
}
