package dev.personamarket.simulators;

import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import dev.personamarket.simulators.faults.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClientRequestException;

@ExtendWith(Running.class)
class FaultTests {

    private static final String ME = "/api/v10/users/@me";

    private Simulators simulators;
    private WebTestClient client;
    private String token;

    @BeforeEach
    void signedIn(Simulators simulators) {
        this.simulators = simulators;
        client = WebTestClient.bindToServer().baseUrl(simulators.discordUrl()).build();
        token = simulators.accessToken(SAM, "identify");
    }

    @Test
    void aStatusReplacesTheAnswerUntilFaultsAreCleared() {
        simulators.cause(Fault.status("/api/v10/users/**", 503));

        me().expectStatus().isEqualTo(503).expectBody().jsonPath("$.code").isEqualTo(0);
        me().expectStatus().isEqualTo(503);
        simulators.clearFaults();
        me().expectStatus().isOk();
    }

    @Test
    void aFaultIsOverAfterItsTimes() {
        simulators.cause(Fault.status("/api/v10/users/**", 500).times(1));

        me().expectStatus().isEqualTo(500);
        me().expectStatus().isOk();
    }

    @Test
    void aRateLimitSaysWhenToComeBackUnlessToldOtherwise() {
        simulators.cause(Fault.status("/api/v10/users/**", 429).times(1));
        simulators.cause(Fault.status("/api/v10/users/**", 429)
                .withBody("<html>1015</html>", Map.of("Content-Type", "text/html")).times(1));

        me().expectHeader().valueEquals("Retry-After", "1").expectBody().jsonPath("$.retry_after").isEqualTo(1.0);
        me().expectHeader().doesNotExist("Retry-After").expectHeader().contentType(MediaType.TEXT_HTML)
                .expectBody(String.class).isEqualTo("<html>1015</html>");
    }

    @Test
    void latencyDelaysTheTrueAnswer() {
        simulators.cause(Fault.latency("/api/v10/users/**", Duration.ofMillis(300)));
        long before = System.nanoTime();

        me().expectStatus().isOk();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aConnectionDrops() {
        simulators.cause(Fault.closing("/api/v10/users/**"));

        assertThatThrownBy(this::me).isInstanceOf(WebClientRequestException.class);
    }

    @Test
    void onlyWhatTheFaultNamesIsMet() {
        simulators.cause(Fault.status("/api/v10/users/**", 500).on("DELETE"));
        simulators.cause(Fault.status("/api/v10/guilds/**", 500));

        me().expectStatus().isOk();
    }

    @Test
    void faultsAreSetAndClearedOverHttp() {
        post("{\"path\":\"/api/v10/users/**\",\"status\":500,\"times\":3}").expectStatus().isCreated();
        me().expectStatus().isEqualTo(500);

        client.get().uri("/simulator/faults").exchange().expectBody().jsonPath("$[0].times").isEqualTo(2);
        client.delete().uri("/simulator/faults").exchange().expectStatus().isNoContent();
        me().expectStatus().isOk();
        client.get().uri("/simulator/calls").exchange().expectBody().jsonPath("$.length()").isEqualTo(2)
                .jsonPath("$[0].path").isEqualTo(ME).jsonPath("$[0].status").isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":500}", "{\"path\":\"/a/{b\"}", "{\"path\":\"/a\",\"status\":99}",
            "{\"path\":\"/a\",\"times\":0}", "{\"path\":\"/a\",\"model\":\"bad-mood\"}", "{"})
    void aFaultThatMeansNothingIsABadRequest(String json) {
        post(json).expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(simulators.calls()).isEmpty();
    }

    private ResponseSpec post(String json) {
        return client.post().uri("/simulator/faults").contentType(MediaType.APPLICATION_JSON).bodyValue(json)
                .exchange();
    }

    private ResponseSpec me() {
        return client.get().uri(ME).headers(headers -> headers.setBearerAuth(token)).exchange();
    }
}
