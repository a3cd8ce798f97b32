package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.isProblem;
import static dev.personamarket.deployment.Marketplace.json;
import static dev.personamarket.deployment.SimulatedDiscord.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

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
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

/** A personality is published anew, and its deployments follow it or do not. */
@DeploymentServiceTest
class DeploymentUpdatesIntegrationTests {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String UPDATED = "marketplace.DeploymentUpdated.v1";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    private final Catalogue catalogue;
    private final Owner owner;
    private final UUID orla;

    DeploymentUpdatesIntegrationTests(@Autowired SimulatedDiscord discord, @Autowired Catalogue catalogue) {
        this.catalogue = catalogue;
        owner = discord.ownerWithBot();
        orla = catalogue.published("Orla");
    }

    @Test
    void whoFollowsIsUpToDateWithinSecondsAndOthersLearnOfIt() {
        var deployment = marketplace.deployed(owner, orla);

        catalogue.publish(orla, 2, 2, "Orla the Second");

        await().atMost(AT_ONCE).untilAsserted(() -> {
            assertThat(version(deployment)).isEqualTo(2);
            assertThat(discord.nick(owner.server())).contains("Orla the Second");
        });
        assertThat(agentOf(deployment)).isEqualTo("2 Orla the Second");
        var told = kafka.awaitEvent(UPDATED, event -> isOf(event, deployment));
        Contracts.assertValid(UPDATED, told);
        assertThat(told.path("personalityVersion").asInt()).isEqualTo(2);
        assertThat(told.path("previousVersion").asInt()).isEqualTo(1);
    }

    @Test
    void replayAndDisorderChangeNothing() {
        var deployment = marketplace.deployed(owner, orla);
        catalogue.publish(orla, 3, 3, "Orla the Third");
        await().until(() -> version(deployment) == 3);

        catalogue.publish(orla, 2, 2, "Orla the Second");
        catalogue.publish(orla, 3, 3, "Orla the Third");
        catalogue.publish(orla, 1, 1, "Orla");
        var last = catalogue.published("The last word");

        assertThat(catalogue.await(last, _ -> true).name()).isEqualTo("The last word");
        await().during(Duration.ofSeconds(2)).until(() -> version(deployment) == 3);
        assertThat(kafka.events(UPDATED).stream().filter(event -> isOf(event, deployment))
                .map(event -> event.path("personalityVersion").asInt())).containsExactly(3);
    }

    @Test
    void whoIsPinnedStaysUntilToldOtherwise() {
        var deployment = marketplace.await(owner, json(marketplace.tryToDeploy(owner, orla.toString(), """
                {"serverId": "%s", "updatePolicy": "pinned"}""".formatted(owner.server()))), "active");
        assertThat(deployment.path("updatePolicy").asString()).isEqualTo("pinned");

        catalogue.republished(orla, 2, 2, "Orla the Second");
        await().during(Duration.ofSeconds(2)).until(() -> version(deployment) == 1);
        assertThat(discord.nick(owner.server())).contains("Orla");

        var following = json(marketplace.change(owner, id(deployment), "{\"updatePolicy\": \"auto\"}"));
        assertThat(following.path("updatePolicy").asString()).isEqualTo("auto");
        await().atMost(AT_ONCE).until(() -> version(deployment) == 2);

        marketplace.change(owner, id(deployment), "{\"updatePolicy\": \"pinned\"}").expectStatus().isOk();
        catalogue.republished(orla, 3, 3, "Orla the Third");
        await().during(Duration.ofSeconds(1)).until(() -> version(deployment) == 2);
    }

    @Test
    void itAnswersInTheNewVersionEvenWhileDiscordIsAway() {
        var deployment = marketplace.deployed(owner, orla);
        await().until(() -> !isDue(deployment));
        discord.cause(Fault.status("/api/v10/guilds/%s/**".formatted(owner.server()), 503));

        catalogue.publish(orla, 2, 2, "Orla the Second");
        await().atMost(AT_ONCE).until(() -> version(deployment) == 2);
        assertThat(discord.nick(owner.server())).contains("Orla");

        discord.recover();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(discord.nick(owner.server())).contains("Orla the Second"));
    }

    @Test
    void whereItAnswersCanBeChanged() {
        var deployment = marketplace.deployed(owner, orla);

        var moved = json(marketplace.change(owner, id(deployment), """
                {"channelIds": ["%1$s", "%1$s"]}""".formatted(channel(owner, 2))));

        assertThat(moved.path("channelIds").toString()).isEqualTo("[\"%s\"]".formatted(channel(owner, 2)));
        assertThat(moved.path("updatePolicy").asString()).isEqualTo("auto");
        assertThat(database.sql("SELECT channel_ids[1] FROM agents WHERE deployment_id = :id::uuid")
                .bind("id", id(deployment)).mapValue(String.class).one().block()).isEqualTo(channel(owner, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"updatePolicy\": \"sometimes\"}", "{\"channelIds\": [\"here\"]}", "[]", "?"})
    void whatMakesNoSenseIsRefused(String change) {
        marketplace.change(owner, id(marketplace.deploy(owner, orla)), change).expectStatus().isBadRequest();
    }

    @Test
    void onlyOwnersChangeAndOnlyWhatHasNotEnded() {
        var deployment = marketplace.deployed(owner, orla);

        isProblem(marketplace.change(discord.owner(), id(deployment), "{}"), 404, "deployment-not-found");
        marketplace.change(owner, id(deployment), "{}").expectStatus().isOk();
        marketplace.undeploy(owner, id(deployment)).expectStatus().isNoContent();
        isProblem(marketplace.change(owner, id(deployment), "{}"), 409, "deployment-ended");
    }

    @Test
    void whenThePersonalityLeavesTheDeploymentStaysAndSaysSo() {
        var deployment = marketplace.deployed(owner, orla);

        catalogue.archived(orla, 2);

        var shown = json(marketplace.show(owner, id(deployment)));
        assertThat(shown.path("status").asString()).isEqualTo("active");
        assertThat(shown.path("reason").asString()).isEqualTo("personality_archived");
        assertThat(shown.path("personalityName").asString()).isEqualTo("Orla");

        catalogue.republished(orla, 3, 2, "Orla");
        await().until(() -> version(deployment) == 2);
        assertThat(json(marketplace.show(owner, id(deployment))).has("reason")).isFalse();
    }

    private int version(JsonNode deployment) {
        return json(marketplace.show(owner, id(deployment))).path("personalityVersion").asInt();
    }

    private String agentOf(JsonNode deployment) {
        return String.valueOf(database
                .sql("SELECT personality_version || ' ' || name FROM agents WHERE deployment_id = :id::uuid")
                .bind("id", id(deployment)).mapValue(String.class).one().block());
    }

    private boolean isDue(JsonNode deployment) {
        return Boolean.TRUE.equals(database.sql("SELECT due_at <= now() FROM deployments WHERE id = :id::uuid")
                .bind("id", id(deployment)).mapValue(Boolean.class).one().block());
    }

    private static boolean isOf(JsonNode event, JsonNode deployment) {
        return event.path("deploymentId").asString().equals(id(deployment));
    }
}
