package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class MeteredModelTests {

    private final Sinks.Many<ModelEvent> events = Sinks.many().multicast().directBestEffort();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MeteredModel model = new MeteredModel(new LanguageModel() {

        @Override
        public Mono<Void> ready() {
            return Mono.empty();
        }

        @Override
        public Flux<ModelEvent> answer(Prompt prompt) {
            return events.asFlux();
        }
    }, meters);

    @Test
    void anAnswerIsMeasuredOnce() {
        StepVerifier.create(model.answer(ModelTestBed.PROMPT))
                .then(() -> assertThat(streams()).isEqualTo(1))
                .then(() -> events.tryEmitNext(new Token("One "))).expectNextCount(1)
                .then(() -> events.tryEmitNext(new Token("two."))).expectNextCount(1)
                .then(() -> events.tryEmitNext(new Finished("stop", new Usage(9, 12)))).expectNextCount(1)
                .then(events::tryEmitComplete).expectComplete().verify(Duration.ofSeconds(5));

        assertThat(streams()).isZero();
        assertThat(meters.timer("preview.first.token").count()).isEqualTo(1);
        assertThat(meters.timer("preview.first.token").totalTime(TimeUnit.SECONDS)).isPositive();
        assertThat(meters.summary("preview.tokens.per.second").count()).isEqualTo(1);
        assertThat(meters.summary("preview.tokens.per.second").max()).isPositive();
    }

    @Test
    void whoeverLeavesOrFailsIsNoStreamAnyMore() {
        StepVerifier.create(model.answer(ModelTestBed.PROMPT)).thenCancel().verify(Duration.ofSeconds(5));
        StepVerifier.create(model.answer(ModelTestBed.PROMPT))
                .then(() -> events.tryEmitError(new IllegalStateException("broken")))
                .expectError().verify(Duration.ofSeconds(5));

        assertThat(streams()).isZero();
        assertThat(meters.summary("preview.tokens.per.second").count()).isZero();
    }

    private double streams() {
        return meters.get("preview.streams").gauge().value();
    }
}
