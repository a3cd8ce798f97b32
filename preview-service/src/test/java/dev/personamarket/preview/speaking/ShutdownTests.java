package dev.personamarket.preview.speaking;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.ModelFault;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownTests {

    private final Shutdown shutdown = new Shutdown();
    private final Flux<String> answer = Flux.concat(Flux.just("One "), Flux.<String>never())
            .takeUntilOther(shutdown.signal());

    @Test
    void endsEveryAnswerAtOnce() {
        StepVerifier.create(answer).expectNext("One ").then(this::stop).expectErrorSatisfies(this::saysThatItStops)
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void letsNoneBeginAfterwards() {
        stop();

        StepVerifier.create(answer).expectErrorSatisfies(this::saysThatItStops).verify(Duration.ofSeconds(5));
    }

    private void stop() {
        shutdown.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));
    }

    private void saysThatItStops(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(ModelException.class,
                known -> assertThat(known.fault()).isEqualTo(ModelFault.STOPPING));
    }
}
