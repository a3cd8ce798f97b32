package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.personamarket.preview.model.ModelEvent.Token;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static dev.personamarket.preview.model.ModelTestBed.PROMPT;
import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

class GuardedModelIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ERROR = "{\"error\":{\"code\":\"%s\"}}";

    private final ScriptedModel server = ScriptedModel.start();
    private final CircuitBreaker breaker = ModelTestBed.breaker();
    private final Bulkhead bulkhead = Bulkhead.of("model",
            BulkheadConfig.custom().maxConcurrentCalls(1).maxWaitDuration(Duration.ZERO).build());
    private final GuardedModel model = ModelTestBed.guarded(server.baseUrl(), breaker, bulkhead);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksAgainWhenTheModelWasOverloaded() {
        server.answers(503, Map.of(), "").streams(token("Hi"), end());

        StepVerifier.create(model.answer(PROMPT)).expectNext(new Token("Hi")).expectNextCount(1).expectComplete()
                .verify(PATIENCE);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheModelAsks() {
        server.answers(429, Map.of("Retry-After", "1"), ERROR.formatted("rate_limit_exceeded"))
                .streams(token("Hi"), end());

        var took = StepVerifier.create(model.answer(PROMPT)).expectNextCount(2).expectComplete().verify(PATIENCE);

        assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesUpAfterTheLastRetry() {
        server.answers(500, Map.of(), "").answers(502, Map.of(), "").answers(503, Map.of(), "");

        failsWith(ModelFault.UNAVAILABLE);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"429,insufficient_quota,Retry-After,1,QUOTA", "429,rate_limit_exceeded,Retry-After,60,BUSY",
            "500,x,X-Should-Retry,false,UNAVAILABLE", "401,invalid_api_key,Retry-After,1,MISCONFIGURED",
            "400,bad,X-Should-Retry,true,REJECTED"})
    void doesNotAskAgainWhereThatIsNoUse(int status, String code, String header, String value, ModelFault fault) {
        server.answers(status, Map.of(header, value), ERROR.formatted(code));

        failsWith(fault);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void tellsTheCallerHowLongTheModelWantsToBeLeftAlone() {
        server.answers(429, Map.of("Retry-After", "60"), ERROR.formatted("rate_limit_exceeded"));

        StepVerifier.create(model.answer(PROMPT)).expectErrorSatisfies(error -> assertThat(
                ((ModelException) error).problem().getHeaders().getFirst("Retry-After")).isEqualTo("60"))
                .verify(PATIENCE);
    }

    @Test
    void neverAsksAgainOnceSomethingWasSaid() {
        server.streams(token("One ")).streams(token("Two "), end());

        StepVerifier.create(model.answer(PROMPT)).expectNext(new Token("One ")).expectError(ModelException.class)
                .verify(PATIENCE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void leavesAModelAloneThatKeepsFailing() {
        for (var i = 0; i < 4; i++) {
            server.answers(401, Map.of(), "");
            failsWith(ModelFault.MISCONFIGURED);
        }

        failsWith(ModelFault.UNAVAILABLE);
        StepVerifier.create(model.ready()).expectErrorSatisfies(error -> assertThat(
                ((ModelException) error).problem().getHeaders().getFirst("Retry-After")).isEqualTo("7"))
                .verify(PATIENCE);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void askingWhetherItIsReadyTakesNobodysPlace() {
        for (var i = 0; i < 20; i++) {
            StepVerifier.create(model.ready()).expectComplete().verify(PATIENCE);
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(1);
    }

    @Test
    void takesNoMoreCallsThanAreAllowedAtOnce() {
        server.streams(Flux.concat(Flux.just(token("One ")), Flux.never()));

        StepVerifier.create(model.answer(PROMPT)).expectNextCount(1).then(() -> {
            failsWith(ModelFault.BUSY);
            StepVerifier.create(model.ready()).expectError(ModelException.class).verify(PATIENCE);
        }).thenCancel().verify(PATIENCE);

        StepVerifier.create(model.ready()).expectComplete().verify(PATIENCE);
    }

    @Test
    void endsAnAnswerThatTakesTooLongInAll() {
        server.streams(Flux.interval(Duration.ofMillis(100)).map(_ -> token("on and ")));

        StepVerifier.create(model.answer(PROMPT)).thenConsumeWhile(_ -> true)
                .expectErrorMatches(error -> ((ModelException) error).fault() == ModelFault.TIMEOUT).verify(PATIENCE);
    }

    private void failsWith(ModelFault fault) {
        StepVerifier.create(model.answer(PROMPT)).expectErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(ModelException.class, known -> assertThat(known.fault()).isEqualTo(fault)))
                .verify(PATIENCE);
    }
}
