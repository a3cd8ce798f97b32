package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.SimulatedDiscord.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.discord.guilds.Permissions;
import dev.personamarket.simulators.faults.Fault;
import tools.jackson.databind.JsonNode;

/** What people see of a personality that comes to their server: first words, and a face. */
@DeploymentServiceTest
class DeploymentWelcomeIntegrationTests {

    private static final String RATE_LIMITED = """
            {"code":50035,"message":"Invalid Form Body","errors":{"avatar":{"_errors":[{"code":"AVATAR_RATE_LIMIT",
            "message":"You are changing your avatar too fast. Try again later."}]}}}""";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DatabaseClient database;

    @Test
    void itSaysHelloWhereNewcomersAreGreetedAndCallsNobody() {
        var owner = discord.ownerWithBot();

        marketplace.deployed(owner, catalogue.published("Orla"));

        assertThat(discord.messages(channel(owner, 1))).singleElement().satisfies(
                hello -> assertThat(hello.body().content()).startsWith("**Orla** is here. Keeps the lamp lit")
                        .endsWith("Type `/chat` to talk."));
        assertThat(discord.calls("POST", channel(owner, 1) + "/messages")).singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"parse\":[]", "\"enforce_nonce\":true"));
    }

    @Test
    void itSaysHelloInTheFirstOfItsChannels() {
        var owner = discord.ownerWithBot();

        deployTo(owner, channel(owner, 2));

        assertThat(discord.messages(channel(owner, 2))).hasSize(1);
        assertThat(discord.messages(channel(owner, 1))).isEmpty();
    }

    @Test
    void whereItMayNotSpeakItSaysItElsewhere() {
        var owner = discord.ownerWithBot();
        discord.take(channel(owner, 1), Permissions.SEND_MESSAGES);

        marketplace.deployed(owner, catalogue.published("Orla"));

        assertThat(discord.messages(channel(owner, 2))).hasSize(1);
    }

    @Test
    void whereItMaySpeakNowhereItIsDegradedAndNotSilentlySo() {
        var owner = discord.ownerWithBot();
        discord.take(owner.server(), Permissions.SEND_MESSAGES);

        var degraded = marketplace.await(owner, marketplace.deploy(owner, catalogue.published("Orla")), "degraded");

        assertThat(degraded.path("missingPermissions").toString()).isEqualTo("[\"view_channel\",\"send_messages\"]");
        assertThat(discord.messages(channel(owner, 1))).isEmpty();
    }

    @ParameterizedTest(name = "{0} with code {1}")
    @CsvSource({"403, 50001", "403, 50013", "404, 10003", "400, 200000"})
    void aHelloThatIsNotWantedIsNoTrouble(int status, int code) {
        var owner = discord.ownerWithBot();
        discord.cause(Fault.status("/api/v10/channels/%s/messages".formatted(channel(owner, 1)), status)
                .withBody("{\"message\": \"…\", \"code\": %d}".formatted(code), Map.of()));

        marketplace.deployed(owner, catalogue.published("Orla"));
    }

    @Test
    void aHelloThatGotLostIsSaidOnceAllTheSame() {
        var owner = discord.ownerWithBot();
        discord.cause(Fault.status("/api/v10/channels/%s/messages".formatted(channel(owner, 1)), 500).times(2));

        marketplace.deployed(owner, catalogue.published("Orla"));

        assertThat(discord.messages(channel(owner, 1))).hasSize(1);
    }

    @Test
    void itsFaceComesAfterwardsAndIsSentOnce() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.publishedWithFace("Orla");

        var active = marketplace.deployed(owner, orla);
        await().until(() -> discord.avatar(owner.server()).isPresent());

        look(active);
        marketplace.await(owner, active, "active");
        assertThat(faces(owner)).isEqualTo(1);
    }

    @Test
    void aFaceThatDiscordDoesNotTakeNowIsTriedAgainMuchLater() {
        var owner = discord.ownerWithBot();
        var active = marketplace.deployed(owner, catalogue.published("Orla"));
        discord.cause(Fault.status(identityOf(owner), 400).withBody(RATE_LIMITED, Map.of()).times(1));

        catalogue.republishedWithFace(UUID.fromString(active.path("personalityId").asString("")), 2, 2,
                "Orla");
        await().until(() -> !mayTryAgain(owner));
        assertThat(discord.avatar(owner.server())).isEmpty();

        database.sql("UPDATE appearances SET avatar_at = now() WHERE server_id = :server")
                .bind("server", owner.server()).then().block();
        look(active);
        await().until(() -> discord.avatar(owner.server()).isPresent());
    }

    @Test
    void undeployingGivesTheBotItsOwnFaceBack() {
        var owner = discord.ownerWithBot();
        var active = marketplace.deployed(owner, catalogue.publishedWithFace("Orla"));
        await().until(() -> discord.avatar(owner.server()).isPresent());

        marketplace.undeploy(owner, id(active)).expectStatus().isNoContent();

        await().untilAsserted(() -> {
            assertThat(discord.avatar(owner.server())).isEmpty();
            assertThat(discord.nick(owner.server())).isEmpty();
        });
    }

    @Test
    void aFaceFromElsewhereIsNotEvenLookedAt() {
        var owner = discord.ownerWithBot();

        marketplace.deployed(owner, catalogue.published("Orla", "https://evil.example/face.webp"));
        marketplace.deployed(discord.ownerWithBot(), catalogue.published("Bo", "/api/marketplace/../admin/x.webp"));

        assertThat(faces(owner)).isZero();
        assertThat(discord.avatar(owner.server())).isEmpty();
    }

    @Test
    void twoOnOneServerWearNobodysFace() {
        var owner = discord.ownerWithBot();
        marketplace.deployed(owner, catalogue.publishedWithFace("Orla"));
        await().until(() -> discord.avatar(owner.server()).isPresent());

        marketplace.deployed(owner, catalogue.published("Bo"));

        await().until(() -> discord.avatar(owner.server()).isEmpty());
    }

    private JsonNode deployTo(Owner owner, String channel) {
        var asked = Marketplace.json(marketplace.tryToDeploy(owner, catalogue.published("Orla").toString(),
                "{\"serverId\": \"%s\", \"channelIds\": [\"%s\"]}".formatted(owner.server(), channel)));
        return marketplace.await(owner, asked, "active");
    }

    private void look(JsonNode deployment) {
        database.sql("UPDATE deployments SET due_at = now(), revision = revision + 1 WHERE id = :id::uuid")
                .bind("id", id(deployment)).then().block();
        await().until(() -> Boolean.TRUE.equals(database
                .sql("SELECT due_at > now() FROM deployments WHERE id = :id::uuid").bind("id", id(deployment))
                .mapValue(Boolean.class).one().block()));
    }

    private boolean mayTryAgain(Owner owner) {
        return Boolean.TRUE.equals(database.sql("SELECT avatar_at <= now() FROM appearances WHERE server_id = :server")
                .bind("server", owner.server()).mapValue(Boolean.class).one().block());
    }

    private long faces(Owner owner) {
        return discord.calls("PATCH", "/guilds/%s/members/@me".formatted(owner.server())).stream()
                .filter(call -> call.body().contains("\"avatar\"")).count();
    }

    private static String identityOf(Owner owner) {
        return "/api/v10/guilds/%s/members/@me".formatted(owner.server());
    }
}
