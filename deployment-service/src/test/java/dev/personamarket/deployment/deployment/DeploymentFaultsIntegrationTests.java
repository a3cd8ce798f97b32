package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.TestKafka;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import tools.jackson.databind.JsonNode;

/** Discord answering 403, 404, 429, 500, HTML, and nothing at all. */
@DeploymentServiceTest
class DeploymentFaultsIntegrationTests {

    private static final String HTML = "<!DOCTYPE html><title>Just a moment...</title>";
    private static final String USERS_SERVERS = "/api/v10/users/@me/guilds";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @AfterEach
    void resetBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @ParameterizedTest(name = "{0} with code {1}: {2}")
    @CsvSource({"403, 50013, bot_missing_permission", "403, 50001, server_gone", "404, 10004, server_gone",
            "400, 50035, discord_refused"})
    void whatNoWaitingCuresIsAFailureWithItsReason(int status, int code, String reason) {
        var owner = discord.ownerWithBot();
        discord.cause(Fault.status(identityOf(owner), status)
                .withBody("{\"message\": \"…\", \"code\": %d}".formatted(code), Map.of()));

        var failed = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")), "failed");

        assertThat(failed.path("reason").asString()).isEqualTo(reason);
        assertThat(kafka.awaitEvent("marketplace.DeploymentFailed.v1", event -> isOf(event, failed)).path("reason")
                .asString()).isEqualTo(reason);
        nothingIsHalfDone(owner, failed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingTroubles")
    void whatPassesIsWaitedOutAndThenItWorks(Fault trouble) {
        var owner = discord.ownerWithBot();
        discord.cause(new Fault(identityOf(owner), "PATCH", trouble.latencyMillis(), trouble.status(),
                trouble.headers(), trouble.body(), trouble.close(), null, 2));

        var active = marketplace.deployed(owner, catalogue.published("Orla"));

        assertThat(discord.nick(owner.server())).contains("Orla");
        assertThat(kafka.events("marketplace.PersonalityDeployed.v1").stream().filter(event -> isOf(event, active)))
                .hasSize(1);
    }

    private static Stream<Named<Fault>> passingTroubles() {
        var any = "/**";
        return Stream.of(Named.of("429", Fault.status(any, 429)), Named.of("500", Fault.status(any, 500)),
                Named.of("HTML with 200", Fault.status(any, 200).withBody(HTML, Map.of("Content-Type", "text/html"))),
                Named.of("HTML with 403", Fault.status(any, 403).withBody(HTML, Map.of("Content-Type", "text/html"))),
                Named.of("closed connection", Fault.closing(any)),
                Named.of("no answer", Fault.latency(any, Duration.ofSeconds(3))));
    }

    @Test
    void whatDoesNotPassIsGivenUpInTheEnd() {
        var owner = discord.ownerWithBot();
        discord.cause(Fault.status(identityOf(owner), 500));
        var deployment = marketplace.deploy(owner, catalogue.published("Orla"));
        await().until(() -> attempts(deployment) > 0);

        endOfPatience(deployment);
        var failed = marketplace.await(owner, deployment, "failed");

        assertThat(failed.path("reason").asString()).isEqualTo("discord_unavailable");
        nothingIsHalfDone(owner, failed);
    }

    @Test
    void aServerThatIsGoneIsWaitedForInVain() {
        var owner = discord.owner();
        var waiting = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")),
                "awaiting_install");

        database.sql("UPDATE deployments SET requested_at = now() - interval '31 minutes', due_at = now() WHERE id = "
                + ":id::uuid").bind("id", id(waiting)).then().block();

        marketplace.await(owner, waiting, "expired");
        assertThat(kafka.awaitEvent("marketplace.DeploymentFailed.v1", event -> isOf(event, waiting)).path("reason")
                .asString()).isEqualTo("install_expired");
    }

    @Test
    void theNameIsTakenBackEvenWhenDiscordIsAwayForAMoment() {
        var owner = discord.ownerWithBot();
        var first = marketplace.deployed(owner, catalogue.published("Orla"));
        discord.cause(Fault.status(identityOf(owner), 503).on("PATCH").times(1));

        marketplace.undeploy(owner, id(first)).expectStatus().isNoContent();

        await().untilAsserted(() -> assertThat(discord.nick(owner.server())).isEmpty());
    }

    @Test
    void whereTheBotWasKickedThereIsNothingToTakeBack() {
        var owner = discord.ownerWithBot();
        var active = marketplace.deployed(owner, catalogue.published("Orla"));
        discord.kick(owner.server());

        marketplace.undeploy(owner, id(active)).expectStatus().isNoContent();

        await().until(() -> isDone(active));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troublesWithUsers")
    void whoAsksIsToldToComeBack(Fault trouble) {
        var owner = discord.owner();
        var orla = catalogue.published("Orla").toString();
        discord.cause(trouble);

        var answer = marketplace.tryToDeploy(owner, orla, "{\"serverId\": \"%s\"}".formatted(owner.server()));

        answer.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        isProblem(answer, 503, "discord-unavailable");
        isProblem(marketplace.servers(owner), 503, "discord-unavailable");
    }

    private static Stream<Named<Fault>> troublesWithUsers() {
        return Stream.of(Named.of("429", limited()),
                Named.of("500", Fault.status(USERS_SERVERS, 500)),
                Named.of("HTML", Fault.status(USERS_SERVERS, 403).withBody(HTML, Map.of("Content-Type", "text/html"))),
                Named.of("closed connection", Fault.closing(USERS_SERVERS)),
                Named.of("no answer", Fault.latency(USERS_SERVERS, Duration.ofSeconds(3))));
    }

    private static Fault limited() {
        return Fault.status(USERS_SERVERS, 429).withBody(
                "{\"message\": \"You are being rate limited.\", \"retry_after\": 60.5, \"global\": false}",
                Map.of("Retry-After", "61"));
    }

    @ParameterizedTest
    @CsvSource({"401, 0", "403, 50026"})
    void whoseTokenIsNoLongerGoodSignsInAgain(int status, int code) {
        var owner = discord.owner();
        discord.cause(Fault.status(USERS_SERVERS, status)
                .withBody("{\"message\": \"…\", \"code\": %d}".formatted(code), Map.of()));

        isProblem(marketplace.servers(owner), 401, "discord-sign-in-needed");
    }

    @Test
    void anOpenBreakerAnswersAtOnce() {
        var owner = discord.owner();
        breakers.circuitBreaker("discord-user").transitionToOpenState();

        var answer = marketplace.servers(owner);

        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5");
        isProblem(answer, 503, "discord-unavailable");
    }

    private void nothingIsHalfDone(Owner owner, JsonNode failed) {
        discord.recover();
        await().atMost(20, TimeUnit.SECONDS).until(() -> isDone(failed));
        assertThat(discord.nick(owner.server())).isEmpty();
        assertThat(count("SELECT count(*) FROM agents WHERE deployment_id = :id::uuid", failed)).isZero();
        assertThat(kafka.events("marketplace.PersonalityDeployed.v1").stream().filter(event -> isOf(event, failed)))
                .isEmpty();
    }

    private boolean isDone(JsonNode deployment) {
        return count("SELECT count(*) FROM deployments WHERE id = :id::uuid AND due_at IS NULL", deployment) == 1;
    }

    private long attempts(JsonNode deployment) {
        return count("SELECT attempts::bigint FROM deployments WHERE id = :id::uuid", deployment);
    }

    private void endOfPatience(JsonNode deployment) {
        database.sql(
                "UPDATE deployments SET attempts = 9, due_at = now(), revision = revision + 1 WHERE id = :id::uuid")
                .bind("id", id(deployment)).then().block();
    }

    private long count(String sql, JsonNode deployment) {
        var count = database.sql(sql).bind("id", id(deployment)).mapValue(Long.class).one().block();
        return count == null ? 0 : count;
    }

    private static boolean isOf(JsonNode event, JsonNode deployment) {
        return event.path("deploymentId").asString().equals(id(deployment));
    }

    private static String identityOf(Owner owner) {
        return "/api/v10/guilds/%s/members/@me".formatted(owner.server());
    }
}
