package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.json;
import static dev.personamarket.deployment.SimulatedDiscord.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.deployment.discord.Lookout;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.simulators.discord.guilds.Permissions;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.TestKafka;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import tools.jackson.databind.JsonNode;

/** What a server does to the bot is what its deployments say. */
@DeploymentServiceTest
class DeploymentTruthIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Lookout lookout;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final Catalogue catalogue;
    private final Owner owner;
    private final UUID orla;

    DeploymentTruthIntegrationTests(@Autowired SimulatedDiscord discord, @Autowired Catalogue catalogue) {
        this.catalogue = catalogue;
        owner = discord.ownerWithBot();
        orla = catalogue.published("Orla");
    }

    @AfterEach
    void resetBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void aBotThatWasKickedIsMissedAndItsDeploymentsAreRemoved() {
        var first = marketplace.deployed(owner, orla);
        var second = marketplace.deployed(owner, catalogue.published("Bo"));

        discord.kick(owner.server());

        var removed = marketplace.await(owner, first, "removed");
        marketplace.await(owner, second, "removed");
        assertThat(removed.path("reason").asString()).isEqualTo("bot_removed");
        var told = kafka.awaitEvent("marketplace.PersonalityUndeployed.v1", event -> isOf(event, first));
        assertThat(told.path("reason").asString()).isEqualTo("bot_removed");
        assertThat(told.path("standing").toString()).isEqualTo("{\"version\":2,\"active\":0}");
        assertThat(count("SELECT count(*) FROM agents WHERE server_id = :server")).isZero();
    }

    @Test
    void afterARemovalThereIsAWayBack() {
        var first = marketplace.deployed(owner, orla);
        discord.kick(owner.server());
        marketplace.await(owner, first, "removed");

        discord.letIn(owner.server());
        var again = marketplace.deployed(owner, orla);

        assertThat(id(again)).isNotEqualTo(id(first));
        assertThat(discord.nick(owner.server())).contains("Orla");
    }

    @Test
    void aServerThatIsDeniedOnceIsNotGone() {
        var deployment = marketplace.deployed(owner, orla);
        discord.cause(Fault.status("/api/v10/guilds/" + owner.server(), 404)
                .withBody("{\"message\": \"Unknown Guild\", \"code\": 10004}", Map.of()).times(3));

        lookAgain();

        await().during(Duration.ofSeconds(3)).until(() -> isActive(deployment));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whileDiscordIsAwayNothingChanges(int status) {
        var deployment = marketplace.deployed(owner, orla);
        discord.cause(Fault.status("/api/v10/guilds/%s/**".formatted(owner.server()), status));
        discord.kick(owner.server());

        lookAgain();
        await().during(Duration.ofSeconds(2)).until(() -> isActive(deployment));

        discord.recover();
        marketplace.await(owner, deployment, "removed");
    }

    @Test
    void aNameThatItMayNotHaveDegradesItAndHealsByItself() {
        var deployment = marketplace.deployed(owner, orla);
        discord.take(owner.server(), Permissions.CHANGE_NICKNAME);

        lookAgain();
        var degraded = marketplace.await(owner, deployment, "degraded");
        assertThat(degraded.path("reason").asString()).isEqualTo("bot_missing_permission");
        assertThat(degraded.path("missingPermissions").toString()).isEqualTo("[\"change_nickname\"]");
        assertThat(kafka.events("marketplace.PersonalityUndeployed.v1")).noneMatch(event -> isOf(event, deployment));

        discord.giveBack(owner.server());
        lookAgain();
        var healed = marketplace.await(owner, deployment, "active");
        assertThat(healed.has("reason")).isFalse();
        assertThat(healed.has("missingPermissions")).isFalse();
    }

    @Test
    void aChannelThatIsClosedToItDegradesIt() {
        var deployment = marketplace.await(owner, json(marketplace.tryToDeploy(owner, orla.toString(), """
                {"serverId": "%s", "channelIds": ["%s"]}""".formatted(owner.server(), channel(owner, 1)))), "active");
        discord.take(channel(owner, 1), Permissions.VIEW_CHANNEL);

        lookAgain();

        assertThat(marketplace.await(owner, deployment, "degraded").path("missingPermissions").toString())
                .isEqualTo("[\"view_channel\"]");
        assertThat(id(marketplace.deploy(owner, orla))).as("still the one").isEqualTo(id(deployment));
        discord.kick(owner.server());
        marketplace.await(owner, deployment, "removed");
    }

    private void lookAgain() {
        lookout.lookAt(new ServerId(owner.server())).block();
    }

    private boolean isActive(JsonNode deployment) {
        return json(marketplace.show(owner, id(deployment))).path("status").asString("").equals("active");
    }

    private long count(String sql) {
        var count = database.sql(sql).bind("server", owner.server()).mapValue(Long.class).one().block();
        return count == null ? 0 : count;
    }

    private static boolean isOf(JsonNode event, JsonNode deployment) {
        return event.path("deploymentId").asString().equals(id(deployment));
    }
}
