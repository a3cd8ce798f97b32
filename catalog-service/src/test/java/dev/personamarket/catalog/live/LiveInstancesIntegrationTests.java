package dev.personamarket.catalog.live;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import dev.personamarket.catalog.CatalogApplication;
import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.testing.TestKafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A second instance of the service, started after the first and stopped before it. */
@CatalogTest
class LiveInstancesIntegrationTests {

    private static final List<String> SHARED = List.of("spring.r2dbc.url", "spring.r2dbc.username",
            "spring.r2dbc.password", "spring.kafka.bootstrap-servers", "marketplace.identity.jwks-uri",
            "marketplace.listening.group-suffix");

    @LocalServerPort
    private int port;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private Environment environment;

    private final UUID orla = UUID.randomUUID();
    private @Nullable ConfigurableApplicationContext second;

    @BeforeEach
    void awaitTheFirst() {
        new Events(kafka).awaitBroadcasts(port);
    }

    @AfterEach
    void stopTheSecond() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void whoComesToAnInstanceThatHasJustStartedHearsWhatTheyMissed() {
        String lastId;
        try (var listener = Listener.at(port, "?personality=" + orla, "")) {
            new Events(kafka).rated(orla, 1);
            lastId = listener.awaitTold(_ -> true).id();
        }
        new Events(kafka).rated(orla, 2);
        new Events(kafka).rated(orla, 3);

        startTheSecond();

        try (var listener = Listener.at(portOfTheSecond(), "?personality=" + orla, lastId)) {
            new Events(kafka).rated(orla, 4);
            listener.awaitTold(told -> told.data().path("version").asLong() == 4);
            assertThat(listener.told()).extracting(told -> told.data().path("version").asLong())
                    .containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void anInstanceThatStopsEndsItsStreamsAndDoesNotWaitForThem() {
        startTheSecond();
        try (var listener = Listener.at(portOfTheSecond(), "", "")) {
            var begin = System.nanoTime();
            requireNonNull(second).close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            await().until(listener::hasEnded);
            assertThat(listener.lines()).doesNotContain("broken off");
        }
    }

    @Test
    void anInstanceThatIsFullSaysWhenToComeAgain() {
        startTheSecond();
        try (var _ = Listener.at(portOfTheSecond(), "", "")) {
            var refused = Listener.ask(portOfTheSecond(), "", "", BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
            assertThat(refused.body()).contains("/problems/too-many-streams");
        }
    }

    private void startTheSecond() {
        var shared = SHARED.stream().map(name -> "--%s=%s".formatted(name, environment.getRequiredProperty(name)));
        var own = Stream.of("--server.port=0", "--management.server.port=0", "--marketplace.samples.enabled=false",
                "--marketplace.live.max-streams=1", "--spring.lifecycle.timeout-per-shutdown-phase=60s");
        second = SpringApplication.run(CatalogApplication.class,
                Stream.concat(shared, own).toArray(String[]::new));
    }

    private int portOfTheSecond() {
        return Integer.parseInt(requireNonNull(second).getEnvironment().getRequiredProperty("local.server.port"));
    }
}
