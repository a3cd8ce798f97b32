package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractStringAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

/** Somebody lets the bot in: told by the browser that comes back, by Discord's signed event, or found by looking. */
@DeploymentServiceTest
class DeploymentReturnIntegrationTests {

    private static final String AUTHORIZED = """
            {"version":1,"application_id":"1180000000000000001","type":1,"event":{"type":"APPLICATION_AUTHORIZED",
            "timestamp":"2026-10-18T14:42:53.064834","data":{"integration_type":0,"scopes":["bot"],
            "user":{"id":"2000000000000000001"},"guild":{"id":"%s"}}}}""";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private WebTestClient client;

    @Autowired
    private Catalogue catalogue;

    private Owner owner;
    private JsonNode waiting;

    @BeforeEach
    void awaitsTheBot() {
        owner = discord.owner();
        waiting = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")),
                "awaiting_install");
    }

    @AfterEach
    void undeploy() {
        marketplace.undeploy(owner, id(waiting)).expectStatus().isNoContent();
    }

    @Test
    void theBrowserThatComesBackMakesUsLookAtOnce() {
        nobodyLooks();
        discord.letIn(owner.server());

        back("?code=abc&state=%s&guild_id=%s&permissions=274945100800".formatted(id(waiting), owner.server()))
                .isEqualTo("/deployments/" + id(waiting));

        marketplace.await(owner, waiting, "active");
    }

    @Test
    void whoSaidNoIsToldSo() {
        back("?error=access_denied&error_description=denied&state=" + id(waiting))
                .isEqualTo("/deployments/" + id(waiting) + "?install=denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?state=", "?state=//evil.example", "?state=https://evil.example/",
            "?state=019cf861-88de-78ce-be71-ef8635d2bf27", "?state=%2F%2Fevil.example&error=access_denied",
            "?redirect_uri=https://evil.example"})
    void nothingLeadsElsewhere(String query) {
        back(query).isEqualTo("/deployments");
    }

    @Test
    void aSignedEventMakesUsLookAtOnce() {
        nobodyLooks();
        discord.letIn(owner.server());

        assertThat(discord.tells(AUTHORIZED.formatted(owner.server())).value()).isEqualTo(204);

        marketplace.await(owner, waiting, "active");
    }

    @Test
    void whatDiscordTellsBesidesIsTakenNoteOfAndNoMore() {
        var ping = "{\"version\":1,\"application_id\":\"1180000000000000001\",\"type\":0}";
        for (var event : new String[]{ping, AUTHORIZED.formatted("17"), "{}", "[]", "\"?\"",
                AUTHORIZED.formatted("9".repeat(18)),
                AUTHORIZED.formatted(owner.server()).replace("_AUTHORIZED", "_DEAUTHORIZED")}) {
            assertThat(discord.tells(event).value()).as(event).isEqualTo(204);
        }
        assertThat(discord.tells("no JSON").value()).isEqualTo(400);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        client.post().uri("/api/discord/events").bodyValue(AUTHORIZED.formatted(owner.server())).exchange()
                .expectStatus().isUnauthorized();
        client.post().uri("/api/discord/events").exchange().expectStatus().isUnauthorized();
        assertThat(discord.isAcceptedAsEventsEndpoint()).isTrue();
    }

    @Test
    void redirectAndEventAndLookRaceAndItIsActivatedOnce() {
        discord.letIn(owner.server());

        Stream.<Runnable>of(() -> back("?state=" + id(waiting)), () -> back("?state=" + id(waiting)),
                () -> discord.tells(AUTHORIZED.formatted(owner.server())),
                () -> discord.tells(AUTHORIZED.formatted(owner.server())),
                () -> marketplace.show(owner, id(waiting))).parallel().forEach(Runnable::run);

        marketplace.await(owner, waiting, "active");
        discord.tells(AUTHORIZED.formatted(owner.server()));
        back("?state=" + id(waiting)).isEqualTo("/deployments/" + id(waiting));
        kafka.awaitEvent("marketplace.PersonalityDeployed.v1", this::isOurs);
        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> kafka
                .events("marketplace.PersonalityDeployed.v1").stream().filter(this::isOurs).count() == 1);
        assertThat(discord.messages(SimulatedDiscord.channel(owner, 1))).hasSize(1);
    }

    private boolean isOurs(JsonNode event) {
        return event.path("deploymentId").asString("").equals(id(waiting));
    }

    /** The next look would be in an hour. */
    private void nobodyLooks() {
        database.sql("UPDATE deployments SET due_at = now() + interval '1 hour', revision = revision + 1 "
                + "WHERE id = :id::uuid").bind("id", id(waiting)).then().block();
    }

    private AbstractStringAssert<?> back(String query) {
        var location = client.get().uri("/api/discord/installed" + query).exchange().expectStatus().isSeeOther()
                .returnResult(Void.class).getResponseHeaders().getLocation();
        return assertThat(String.valueOf(location));
    }
}
