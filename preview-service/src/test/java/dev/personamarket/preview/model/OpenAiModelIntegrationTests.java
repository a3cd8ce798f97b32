package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** The adapter against a real connection. */
class OpenAiModelIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedModel server = ScriptedModel.start();
    private final Flux<ModelEvent> answer = ModelTestBed.model(server.baseUrl()).answer(ModelTestBed.PROMPT);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyPieceIsPassedOnTheMomentItArrives() {
        var pieces = Sinks.many().unicast().<String>onBackpressureBuffer();
        server.streams(pieces.asFlux());

        StepVerifier.create(answer).then(() -> pieces.tryEmitNext(token("One ")))
                .expectNext(new Token("One ")).then(() -> pieces.tryEmitNext(token("two.")))
                .expectNext(new Token("two.")).then(() -> pieces.tryEmitNext(end()))
                .expectNext(new Finished("stop", new Usage(9, 12))).then(pieces::tryEmitComplete)
                .expectComplete().verify(PATIENCE);
    }

    @Test
    void asksAsCompatibleServersUnderstand() {
        server.streams(token("Hi"), end());

        answer.blockLast(PATIENCE);

        assertThat(JsonMapper.shared().readTree(server.requests().getFirst()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"model": "demonstration", "stream": true, "stream_options": {"include_usage": true},
                         "max_tokens": 300, "temperature": 0.5,
                         "messages": [{"role": "system", "content": "Be Orla."}, {"role": "user", "content": "Hello!"}]}
                        """));
    }

    @Test
    void aPersonalityMayWishForWhatIsAllowed() {
        var wish = new Generation("large-model", 0.9);

        assertThat(asked(wish).path("model").asString()).isEqualTo("large-model");
        assertThat(asked(wish).path("temperature").asDouble()).isEqualTo(0.9);
    }

    @Test
    void aWishBeyondWhatIsAllowedIsGrantedAsFarAsItIs() {
        var wish = new Generation("dearest-model", 1.9);

        assertThat(asked(wish).path("model").asString()).isEqualTo("demonstration");
        assertThat(asked(wish).path("temperature").asDouble()).isEqualTo(1.0);
    }

    private JsonNode asked(Generation wish) {
        server.streams(token("Hi"), end());
        ModelTestBed.model(server.baseUrl()).answer(new Prompt(ModelTestBed.PROMPT.messages(), "sha256:0", wish))
                .blockLast(PATIENCE);
        return JsonMapper.shared().readTree(server.requests().getLast());
    }

    @Test
    void whoStopsListeningEndsTheCallAtOnce() {
        server.streams(Flux.concat(Flux.just(token("One ")), Flux.never()));

        StepVerifier.create(answer).expectNext(new Token("One ")).thenCancel().verify(PATIENCE);

        Awaitility.await("the end of the call").until(() -> server.abandoned() == 1);
    }

    @Test
    void piecesMayBeCutAnywhere() {
        var body = token("Grüße 🙂") + end();
        server.streams(Flux.fromStream(body.codePoints().mapToObj(Character::toString)).buffer(3)
                .map(characters -> String.join("", characters)));

        StepVerifier.create(answer).expectNext(new Token("Grüße 🙂"))
                .expectNext(new Finished("stop", new Usage(9, 12))).expectComplete().verify(PATIENCE);
    }

    @Test
    void commentsKeepAPatientServerAlive() {
        var comments = Flux.interval(Duration.ofMillis(300)).map(_ -> ": OPENROUTER PROCESSING\n\n").take(5);
        server.streams(Flux.concat(comments, Flux.just("retry: 3000\r\n\r\n", token("At last."), end())));

        StepVerifier.create(answer).expectNext(new Token("At last.")).expectNextCount(1).expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aServerThatForgetsToCloseIsNotWaitedFor() {
        server.streams(Flux.concat(Flux.just(token("Hi"), end()), Flux.never()));

        StepVerifier.create(ModelTestBed.patientModel(server.baseUrl()).answer(ModelTestBed.PROMPT)).expectNextCount(2)
                .expectComplete().verify(PATIENCE);
    }

    @Test
    void silenceBeforeTheFirstPieceIsATimeout() {
        server.streams(Flux.never());

        failsWith(ModelFault.TIMEOUT, 0);
    }

    @Test
    void silenceInTheMiddleIsATimeout() {
        server.streams(Flux.concat(Flux.just(token("One ")), Flux.never()));

        failsWith(ModelFault.TIMEOUT, 1);
    }

    @Test
    void anAnswerWithoutItsEndIsBroken() {
        server.streams(token("One "));

        failsWith(ModelFault.BROKEN, 1);
    }

    @Test
    void aConnectionThatDropsIsBroken() {
        server.streams(Flux.concat(Flux.just(token("One ")), Flux.error(new IllegalStateException("dropped"))));

        failsWith(ModelFault.BROKEN, 1);
    }

    @Test
    void anErrorAfterTheStatusIsBroken() {
        server.streams(token("One "), "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n");

        failsWith(ModelFault.BROKEN, 1);
    }

    @Test
    void aPageInPlaceOfAStreamIsBroken() {
        server.answers(200, Map.of("Content-Type", "text/html"), "<html>Please sign in</html>");

        failsWith(ModelFault.BROKEN, 0);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        server.close();

        failsWith(ModelFault.UNAVAILABLE, 0);
    }

    @ParameterizedTest
    @CsvSource({"401,invalid_api_key,MISCONFIGURED", "403,,MISCONFIGURED", "404,model_not_found,MISCONFIGURED",
            "400,context_length_exceeded,REJECTED", "422,,REJECTED", "408,,UNAVAILABLE",
            "429,rate_limit_exceeded,BUSY", "429,insufficient_quota,QUOTA", "500,,UNAVAILABLE", "503,,UNAVAILABLE"})
    void everyStatusHasItsFault(int status, String code, ModelFault fault) {
        server.answers(status, Map.of("Content-Type", "application/json"),
                "{\"error\":{\"message\":\"You said: Hello!\",\"type\":\"x\",\"code\":\"%s\"}}".formatted(code));

        StepVerifier.create(answer).expectErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(ModelException.class, known -> assertThat(known.fault()).isEqualTo(fault))
                .hasMessageNotContaining("Hello!")).verify(PATIENCE);
    }

    private void failsWith(ModelFault fault, int tokens) {
        StepVerifier.create(answer).expectNextCount(tokens).expectErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(ModelException.class, known -> assertThat(known.fault()).isEqualTo(fault)))
                .verify(PATIENCE);
    }
}
