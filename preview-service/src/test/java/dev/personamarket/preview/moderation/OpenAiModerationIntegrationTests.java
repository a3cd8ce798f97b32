package dev.personamarket.preview.moderation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** The adapter against the simulated endpoint. */
class OpenAiModerationIntegrationTests {

    private static final Simulators SIMULATORS = Simulators.start();
    private static final String PATH = "/v1/moderations";

    private final CircuitBreaker breaker = CircuitBreaker.of("moderation", CircuitBreakerConfig.custom()
            .slidingWindowSize(2).minimumNumberOfCalls(2).build());
    private final Moderation moderation = new OpenAiModeration(
            WebClient.builder().baseUrl(SIMULATORS.modelUrl())
                    .defaultHeaders(headers -> headers.setBearerAuth(Simulators.MODEL_KEY)).build(),
            new ModerationProperties(ModerationProperties.Source.ENDPOINT, "omni-moderation-latest", Map.of(), Set.of(),
                    Duration.ofMillis(500), Duration.ofMinutes(5), 500),
            breaker);

    @BeforeEach
    void withoutFaults() {
        SIMULATORS.reset();
    }

    @AfterAll
    static void stop() {
        SIMULATORS.close();
    }

    @Test
    void scoresEachCategory() {
        assertThat(moderation.scores("You vermin").block()).hasSize(13).containsEntry(Category.HATE, 0.98)
                .containsEntry(Category.SEXUAL_MINORS, 0.0001);
    }

    @ParameterizedTest
    @CsvSource({"500, false", "503, false", "401, false", "429, false", "404, true", "405, true", "501, true"})
    void aServerWithoutTheEndpointIsToldFromOneThatFails(int status, boolean missing) {
        SIMULATORS.cause(Fault.status(PATH, status));

        StepVerifier.create(moderation.scores("Hello!")).expectErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(ModerationException.class,
                        failure -> assertThat(failure.isMissing()).isEqualTo(missing)))
                .verify();
    }

    @Test
    void anEndpointThatHangsIsNotWaitedFor() {
        SIMULATORS.cause(Fault.latency(PATH, Duration.ofSeconds(20)));

        StepVerifier.create(moderation.scores("Hello!")).expectError(ModerationException.class)
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void anAnswerWithoutScoresIsAFailure() {
        SIMULATORS.cause(Fault.status(PATH, 200).withBody("{\"results\":[]}",
                Map.of("Content-Type", "application/json")));

        StepVerifier.create(moderation.scores("Hello!")).expectError(ModerationException.class).verify();
    }

    @Test
    void anEndpointThatKeepsFailingIsLeftAlone() {
        SIMULATORS.cause(Fault.status(PATH, 500));
        for (var i = 0; i < 3; i++) {
            StepVerifier.create(moderation.scores("Hello!")).expectError(ModerationException.class).verify();
        }

        assertThat(SIMULATORS.calls()).hasSize(2);
    }
}
