package dev.personamarket.deployment.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.defaults.Workers;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.deployment.Worklist.Lease;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@DeploymentServiceTest
class WorklistIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired
    private Worklist worklist;

    @Autowired
    private Deployments deployments;

    @Autowired
    private Workers deploymentWorkers;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void sendTheWorkersHome() {
        deploymentWorkers.stop();
        database.sql("UPDATE deployments SET due_at = NULL").then().block();
    }

    @AfterEach
    void callThemBack() {
        database.sql("UPDATE deployments SET due_at = NULL").then().block();
        deploymentWorkers.start();
    }

    @Test
    void nothingDueIsNothingToDo() {
        assertThat(worklist.take(LONG).blockOptional()).isEmpty();
    }

    @Test
    void whatIsDueGoesToOneWorkerHoweverManyAsk() {
        var one = due("3100000000000090001");
        var two = due("3100000000000090002");

        var taken = Flux.range(0, 8).flatMap(_ -> worklist.take(LONG)).map(Lease::deployment).collectList().block();

        assertThat(taken).containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void aServerIsWithOneWorkerAtATime() {
        due("3100000000000090003");
        due("3100000000000090003");

        var first = worklist.take(LONG).blockOptional().orElseThrow();
        assertThat(worklist.take(LONG).blockOptional()).isEmpty();

        worklist.giveBack(first).block();
        assertThat(worklist.take(LONG).blockOptional()).isPresent();
    }

    @Test
    void whoComesBackLateTakesNothingFromWhoHasItNow() {
        due("3100000000000090004");
        var late = worklist.take(Duration.ofMillis(1)).blockOptional().orElseThrow();
        var current = await().until(() -> worklist.take(LONG).block(), Objects::nonNull);

        worklist.giveBack(late).block();

        assertThat(worklist.take(LONG).blockOptional()).isEmpty();
        worklist.giveBack(current).block();
    }

    @Test
    void ofTwoWhoChangeTheSameOneSucceeds() {
        var deployment = due("3100000000000090005");
        deployments.store(deployment.beginActivating(Instant.now())).block();

        StepVerifier.create(deployments.store(deployment.undeploy(Instant.now())))
                .verifyError(OptimisticLockingFailureException.class);
    }

    @Test
    void whatIsStoredIsReadBackUnchanged() {
        var deployment = due("3100000000000090006");

        assertThat(deployments.find(deployment.id()).block()).isEqualTo(deployment);
        var failed = deployments.store(deployment.fail(EndReason.SERVER_GONE, Orders.NOON)).block();
        assertThat(deployments.find(deployment.id()).block()).isEqualTo(failed);
    }

    private Deployment due(String server) {
        var order = Orders.order(server, UUID.randomUUID(), UUID.randomUUID());
        return deployments.open(Deployment.request(order, Orders.NOON)).blockOptional().orElseThrow();
    }
}
