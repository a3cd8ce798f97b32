package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Measures what listeners notice of the model: {@code preview.first.token}, from asking to the first token, second tries
 * included; {@code preview.tokens.per.second} of answers that came to their end, from the first token on; and
 * {@code preview.streams}, how many are under way.
 */
final class MeteredModel implements LanguageModel {

    private final LanguageModel model;
    private final Timer firstToken;
    private final DistributionSummary speed;
    private final AtomicInteger streams = new AtomicInteger();

    MeteredModel(LanguageModel model, MeterRegistry meters) {
        this.model = model;
        firstToken = Timer.builder("preview.first.token").description("From asking the model to its first token")
                .publishPercentileHistogram().minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofSeconds(30)).register(meters);
        speed = DistributionSummary.builder("preview.tokens.per.second")
                .description("Of answers that came to their end, from the first token on")
                .publishPercentiles(0.5, 0.05).register(meters);
        meters.gauge("preview.streams", streams);
    }

    @Override
    public Mono<Void> ready() {
        return model.ready();
    }

    @Override
    public Flux<ModelEvent> answer(Prompt prompt) {
        return Flux.defer(() -> {
            var course = new Course();
            streams.incrementAndGet();
            return model.answer(prompt).doOnNext(course::heard).doFinally(_ -> streams.decrementAndGet());
        });
    }

    /** One answer's. Its events come one after the other. */
    private final class Course {

        private final long asked = System.nanoTime();
        private long first;

        void heard(ModelEvent event) {
            var now = System.nanoTime();
            if (first == 0) {
                first = now;
                firstToken.record(Duration.ofNanos(now - asked));
            }
            if (event instanceof ModelEvent.Finished finished && now > first) {
                speed.record(finished.usage().completionTokens() * 1e9 / (now - first));
            }
        }
    }
}
