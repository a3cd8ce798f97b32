package dev.personamarket.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personamarket.simulators.model.ModelServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The process as it is started locally: three ports, health and metrics on the third. */
@SpringBootTest(classes = SimulatorsApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.name=simulators",
        "simulator.model.port=0", "management.server.port=0"})
class SimulatorsApplicationTests {

    @LocalServerPort
    private int discordPort;
    @LocalManagementPort
    private int managementPort;
    @Autowired
    private ModelServer modelServer;

    @Test
    void threePortsAnswerEachItsOwn() {
        on(managementPort).get().uri("/actuator/health/readiness").exchange().expectBody().jsonPath("$.status")
                .isEqualTo("UP");
        on(managementPort).get().uri("/actuator/prometheus").exchange().expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("jvm_memory_used_bytes"));
        on(modelServer.port()).get().uri("/v1/models").header("Authorization", "Bearer " + Simulators.MODEL_KEY)
                .exchange().expectBody().jsonPath("$.data[0].id").isEqualTo("demonstration");
        on(discordPort).get().uri("/v1/models").exchange().expectStatus().isNotFound();
        on(discordPort).get().uri("/simulator/public-key").exchange().expectBody(String.class)
                .value(key -> assertThat(key).matches("[0-9a-f]{64}"));
    }

    @Test
    void theFrontPageTellsWhoLivesHere() {
        on(discordPort).get().uri("/").exchange().expectStatus().isOk().expectBody(String.class)
                .value(page -> assertThat(page).contains("Sam Serverowner", "Moon Base (owner)", "Book Club (manager)",
                        "#airlock", Simulators.BOT_TOKEN));
        on(discordPort).get().uri("/simulator/state").exchange().expectBody().jsonPath("$.guilds.length()")
                .isEqualTo(3).jsonPath("$.guilds[0].ownerId").isEqualTo("2000000000000000001");
    }

    private static WebTestClient on(int port) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
