package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.defaults.Workers;
import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.Profile;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

/** What a worker left behind when it died is taken up by another: here by the same bean, started anew. */
@DeploymentServiceTest
class DeploymentRecoveryIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    private final SimulatedDiscord simulated;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Discord discord;

    @Autowired
    private Workers deploymentWorkers;

    private final Owner owner;
    private final UUID orla;

    DeploymentRecoveryIntegrationTests(@Autowired SimulatedDiscord simulated, @Autowired Catalogue catalogue) {
        this.simulated = simulated;
        owner = simulated.ownerWithBot();
        orla = catalogue.published("Orla");
    }

    @BeforeEach
    void kill() {
        deploymentWorkers.stop();
    }

    @AfterEach
    void restart() {
        deploymentWorkers.stop();
        deploymentWorkers.start();
    }

    @Test
    void whatWasAskedForBeforeTheCrashIsDoneAfterIt() {
        var asked = marketplace.deploy(owner, orla);
        assertThat(json(marketplace.show(owner, id(asked))).path("status").asString()).isEqualTo("requested");

        deploymentWorkers.start();

        becomesActiveOnce(asked);
    }

    @Test
    void whatDiscordWasToldButNobodyWroteDownIsToldAgain() {
        var asked = marketplace.deploy(owner, orla);
        set(asked, "status = 'activating'");
        discord.appear(new ServerId(owner.server()), Profile.of("Orla", "half done")).block();

        deploymentWorkers.start();

        becomesActiveOnce(asked);
        assertThat(simulated.bio(owner.server())).hasValueSatisfying(bio -> assertThat(bio).startsWith("Keeps"));
    }

    @Test
    void theLeaseOfADeadWorkerRunsOut() {
        var asked = marketplace.deploy(owner, orla);
        lease("now() + interval '1500 milliseconds'");

        deploymentWorkers.start();

        becomesActiveOnce(asked);
    }

    @Test
    void whileALeaseRunsNobodyElseWorksOnThatServer() {
        var asked = marketplace.deploy(owner, orla);
        lease("now() + interval '1 hour'");
        deploymentWorkers.start();

        marketplace.deployed(simulated.ownerWithBot(), orla);

        assertThat(json(marketplace.show(owner, id(asked))).path("status").asString()).isEqualTo("requested");
        lease("'-infinity'");
        becomesActiveOnce(asked);
    }

    @Test
    void aNameThatWasNotTakenBackBeforeTheCrashIsTakenBackAfterIt() {
        deploymentWorkers.start();
        var active = marketplace.deployed(owner, orla);
        deploymentWorkers.stop();
        marketplace.undeploy(owner, id(active)).expectStatus().isNoContent();
        assertThat(simulated.nick(owner.server())).contains("Orla");

        deploymentWorkers.start();

        await()
                .untilAsserted(() -> assertThat(simulated.nick(owner.server())).isEmpty());
    }

    private void becomesActiveOnce(JsonNode deployment) {
        marketplace.await(owner, deployment, "active");
        kafka.awaitEvent("marketplace.PersonalityDeployed.v1", event -> isOf(event, deployment));
        assertThat(kafka.events("marketplace.PersonalityDeployed.v1").stream()
                .filter(event -> isOf(event, deployment))).hasSize(1);
    }

    private static boolean isOf(JsonNode event, JsonNode deployment) {
        return event.path("deploymentId").asString().equals(id(deployment));
    }

    private void set(JsonNode deployment, String change) {
        database.sql("UPDATE deployments SET " + change + " WHERE id = :id::uuid").bind("id", id(deployment)).then()
                .block();
    }

    private void lease(String until) {
        database.sql("UPDATE server_leases SET until = " + until + " WHERE server_id = :server")
                .bind("server", owner.server()).then().block();
    }
}
