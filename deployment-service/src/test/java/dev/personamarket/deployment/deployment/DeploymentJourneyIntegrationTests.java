package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

@DeploymentServiceTest
class DeploymentJourneyIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    @Test
    void whereTheBotIsThePersonalityAnswersAtOnce() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla the Lighthouse Keeper");

        var asked = marketplace.tryToDeploy(owner, orla.toString(), """
                {"serverId": "%1$s", "channelIds": ["%2$s", "%2$s"]}"""
                .formatted(owner.server(), SimulatedDiscord.channel(owner, 1))).expectStatus().isAccepted();
        var location = asked.returnResult(Void.class).getResponseHeaders().getLocation();
        var active = marketplace.await(owner, marketplace.deploy(owner, orla), "active");

        assertThat(location).hasToString("/api/marketplace/deployments/" + id(active));
        assertThat(active.path("personalityId").asString()).isEqualTo(orla.toString());
        assertThat(active.path("personalityVersion").asInt()).isEqualTo(1);
        assertThat(active.path("serverId").asString()).isEqualTo(owner.server());
        assertThat(active.path("serverName").asString()).startsWith("Load Test");
        assertThat(active.path("channelIds").toString())
                .isEqualTo("[\"%s\"]".formatted(SimulatedDiscord.channel(owner, 1)));
        assertThat(active.has("reason")).isFalse();
        assertThat(active.has("installUrl")).isFalse();
        assertThat(discord.nick(owner.server())).contains("Orla the Lighthouse Keeper");
        assertThat(discord.bio(owner.server())).hasValueSatisfying(bio -> assertThat(bio).startsWith("Keeps the lamp"));
    }

    @Test
    void aDeploymentShowsWhatItsVersionIsMadeOf() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla");
        var deployment = marketplace.deployed(owner, orla);
        assertThat(deployment.has("promptHash")).isFalse();

        catalogue.compiled(orla, 3, 2, "sha256:" + "22".repeat(32));
        catalogue.compiled(orla, 2, 1, "sha256:" + "12".repeat(32));
        catalogue.compiled(orla, 1, 1, "sha256:" + "11".repeat(32));
        catalogue.compiled(orla, 4, 3, "sha256:" + "33".repeat(32));

        await("the hash of its version, as it was told last").untilAsserted(
                () -> assertThat(json(marketplace.list(owner, "")).at("/items/0/promptHash").asString(""))
                        .isEqualTo("sha256:" + "12".repeat(32)));
        assertThat(json(marketplace.show(owner, id(deployment))).path("promptHash").asString())
                .isEqualTo("sha256:" + "12".repeat(32));
    }

    @Test
    void othersLearnOfEachStepThatMatters() {
        var owner = discord.ownerWithBot();
        var deployment = marketplace.deployed(owner, catalogue.published("Orla"));
        marketplace.undeploy(owner, id(deployment)).expectStatus().isNoContent();

        var requested = told("DeploymentRequested", deployment);
        var deployed = told("PersonalityDeployed", deployment);
        var undeployed = told("PersonalityUndeployed", deployment);

        assertThat(requested.path("requestedBy").asString()).isEqualTo(owner.caller().id().toString());
        assertThat(deployed.path("deployedBy").asString()).isEqualTo(owner.caller().id().toString());
        assertThat(deployed.path("standing").toString()).isEqualTo("{\"version\":1,\"active\":1}");
        assertThat(undeployed.path("standing").toString()).isEqualTo("{\"version\":2,\"active\":0}");
        assertThat(undeployed.path("reason").asString()).isEqualTo("undeployed");
    }

    private JsonNode told(String event, JsonNode deployment) {
        var type = "marketplace.%s.v1".formatted(event);
        var value = kafka.awaitEvent(type, found -> found.path("deploymentId").asString().equals(id(deployment)));
        Contracts.assertValid(type, value);
        return value;
    }

    @Test
    void whereTheBotIsMissingSomebodyLetsItInFirst() {
        var owner = discord.owner();
        var waiting = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")),
                "awaiting_install");

        assertThat(waiting.path("installUrl").asString()).endsWith("/oauth2/authorize?client_id=1180000000000000001"
                + "&scope=bot%20applications.commands&permissions=274945100800&guild_id=" + owner.server()
                + "&disable_guild_select=true&response_type=code"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fapi%2Fdiscord%2Finstalled&state=" + id(waiting));

        discord.letIn(owner.server());
        var active = marketplace.await(owner, waiting, "active");

        assertThat(active.has("installUrl")).isFalse();
        assertThat(discord.nick(owner.server())).contains("Orla");
    }

    @Test
    void askingAgainWhileTheBotIsAwaitedIsTheSameDeployment() {
        var owner = discord.owner();
        var orla = catalogue.published("Orla");
        var first = marketplace.await(owner, marketplace.deploy(owner, orla), "awaiting_install");

        discord.letIn(owner.server());
        var again = marketplace.deploy(owner, orla);

        assertThat(id(again)).isEqualTo(id(first));
        marketplace.await(owner, first, "active");
    }

    @Test
    void theVersionThatIsPublishedWhenTheBotArrivesIsTheOneThatAnswers() {
        var owner = discord.owner();
        var orla = catalogue.published("Orla");
        var waiting = marketplace.await(owner, marketplace.deploy(owner, orla), "awaiting_install");

        catalogue.republished(orla, 2, 2, "Orla the Second");
        discord.letIn(owner.server());
        var active = marketplace.await(owner, waiting, "active");

        assertThat(active.path("personalityVersion").asInt()).isEqualTo(2);
        assertThat(discord.nick(owner.server())).contains("Orla the Second");
    }

    @Test
    void aPersonalityThatLeavesMeanwhileIsNotDeployed() {
        var owner = discord.owner();
        var orla = catalogue.published("Orla");
        var waiting = marketplace.await(owner, marketplace.deploy(owner, orla), "awaiting_install");

        catalogue.archived(orla, 2);
        discord.letIn(owner.server());
        var failed = marketplace.await(owner, waiting, "failed");

        assertThat(failed.path("reason").asString()).isEqualTo("personality_archived");
        assertThat(told("DeploymentFailed", failed).path("reason").asString()).isEqualTo("personality_archived");
        assertThat(discord.nick(owner.server())).isEmpty();
    }

    @Test
    void undeployingGivesTheBotItsOwnNameBack() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla");
        var first = marketplace.deployed(owner, orla);

        marketplace.undeploy(owner, id(first)).expectStatus().isNoContent();

        assertThat(json(marketplace.show(owner, id(first))).path("status").asString()).isEqualTo("undeployed");
        await().untilAsserted(() -> {
            assertThat(discord.nick(owner.server())).isEmpty();
            assertThat(discord.bio(owner.server())).isEmpty();
        });
    }

    @Test
    void undeployingTwiceIsUndeployingOnceAndThereIsAWayBack() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla");
        var first = marketplace.deployed(owner, orla);
        marketplace.undeploy(owner, id(first)).expectStatus().isNoContent();
        marketplace.undeploy(owner, id(first)).expectStatus().isNoContent();

        var second = marketplace.deployed(owner, orla);

        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(discord.nick(owner.server())).contains("Orla");
        assertThat(told("PersonalityDeployed", second).path("standing").toString())
                .isEqualTo("{\"version\":3,\"active\":1}");
    }

    @Test
    void changingOnesMindBeforeTheBotIsThereCountsNothing() {
        var owner = discord.owner();
        var waiting = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")),
                "awaiting_install");

        marketplace.undeploy(owner, id(waiting)).expectStatus().isNoContent();

        assertThat(told("DeploymentFailed", waiting).path("reason").asString()).isEqualTo("undeployed");
        assertThat(kafka.events("marketplace.PersonalityUndeployed.v1"))
                .noneMatch(event -> event.path("deploymentId").asString().equals(id(waiting)));
    }

    @Test
    void twoPersonalitiesOnOneServerShareTheBotUnderItsOwnName() {
        var owner = discord.ownerWithBot();
        var orla = marketplace.deployed(owner, catalogue.published("Orla"));
        marketplace.deployed(owner, catalogue.published("Bo"));
        assertThat(discord.nick(owner.server())).isEmpty();

        marketplace.undeploy(owner, id(orla)).expectStatus().isNoContent();

        await().untilAsserted(() -> assertThat(discord.nick(owner.server())).contains("Bo"));
    }

    @Test
    void onesOwnDeploymentsAreListedNewestFirstAndInPages() {
        var owner = discord.ownerWithBot();
        var ids = new ArrayList<String>();
        for (var name : List.of("One", "Two", "Three")) {
            ids.addFirst(id(marketplace.deploy(owner, catalogue.published(name))));
        }

        var first = json(marketplace.list(owner, "?limit=2"));
        var second = json(marketplace.list(owner, "?limit=2&cursor=" + first.path("nextCursor").asString()));

        assertThat(first.path("items").valueStream().map(Marketplace::id)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.path("items").valueStream().map(Marketplace::id)).containsExactly(ids.get(2));
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(json(marketplace.list(discord.owner(), "")).path("items").size()).isZero();
    }

    @Test
    void theCommandIsRegisteredOnceWithTheNameThatPeopleType() {
        marketplace.deployed(discord.ownerWithBot(), catalogue.published("Orla"));
        marketplace.deployed(discord.ownerWithBot(), catalogue.published("Bo"));

        assertThat(discord.calls("PUT", "/commands"))
                .filteredOn(call -> call.status() == null || call.status() < 400).singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"name\":\"chat\"", "\"autocomplete\":true"));
    }
}
