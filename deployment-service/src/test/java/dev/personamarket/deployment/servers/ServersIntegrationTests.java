package dev.personamarket.deployment.servers;

import static dev.personamarket.deployment.Marketplace.isProblem;
import static dev.personamarket.deployment.Marketplace.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.discord.guilds.Permissions;
import dev.personamarket.simulators.faults.Fault;
import tools.jackson.databind.JsonNode;

@DeploymentServiceTest
class ServersIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @ParameterizedTest(name = "{0} manages {1}")
    @CsvSource({"2000000000000000001, Lighthouse", "2000000000000000002, Book Club;Moon Base",
            "2000000000000000003, ''",
            "2000000000000000004, ''"})
    void everybodySeesTheServersThatTheyManageByName(String person, String names) {
        var servers = servers(discord.person(person, ""));

        assertThat(String.join(";", servers.map(server -> server.path("name").asString()).toList())).isEqualTo(names);
    }

    @Test
    void aServerTellsWhoOwnsItAndWhetherTheBotIsThere() {
        var owner = discord.owner();
        var before = servers(owner).findFirst().orElseThrow();
        assertThat(before.path("id").asString()).isEqualTo(owner.server());
        assertThat(before.path("owner").asBoolean()).isTrue();
        assertThat(before.path("botPresent").asBoolean()).isFalse();
        assertThat(before.has("iconUrl")).isFalse();

        discord.letIn(owner.server());

        await().untilAsserted(() -> assertThat(servers(owner)).singleElement()
                .satisfies(server -> assertThat(server.path("botPresent").asBoolean()).isTrue()));
    }

    @Test
    void whoManagesWithoutOwningIsTold() {
        var bookClub = servers(discord.person("2000000000000000002", "")).findFirst().orElseThrow();

        assertThat(bookClub.path("owner").asBoolean()).isFalse();
    }

    @Test
    void manyQuestionsAtOnceAreOneQuestionToDiscord() {
        var owner = discord.owner();
        discord.cause(Fault.latency("/api/v10/users/@me/guilds", Duration.ofMillis(300)));

        var answers = Stream.generate(() -> owner).limit(10).parallel().map(marketplace::servers).toList();

        assertThat(answers).allSatisfy(answer -> answer.expectStatus().isOk());
        servers(owner);
        assertThat(discord.calls("GET", "/users/@me/guilds")).filteredOn(
                call -> ("Bearer " + owner.token()).equals(call.header("Authorization"))).hasSize(1);
    }

    @Test
    void discordKnowsWhoAsks() {
        servers(discord.owner());

        assertThat(discord.calls("GET", "/users/@me/guilds")).allSatisfy(call -> assertThat(call.header("User-Agent"))
                .startsWith("DiscordBot (http").endsWith(", 1.0)"));
    }

    @Test
    void onRequestThereAreAlsoServersWhereOneIsOnlyAMember() {
        var sam = discord.person("2000000000000000002", "");

        var all = json(marketplace.servers(sam, "?all=true").expectStatus().isOk()).path("items");

        assertThat(all.valueStream()).extracting(server -> server.path("name").asString())
                .containsExactly("Book Club", "Lighthouse", "Moon Base");
        assertThat(all.valueStream()).extracting(server -> server.path("manageable").asBoolean())
                .containsExactly(true, false, true);
        assertThat(all.at("/1/memberCount").asInt()).isEqualTo(3);
    }

    @Test
    void whoHasNotLetUsSeeTheirServersIsSentToDiscordAgain() {
        isProblem(marketplace.servers(discord.withoutScopeOfServers()), 401, "discord-sign-in-needed");
    }

    @Test
    void aServersChannelsTellWhatTheBotMayDoThere() {
        var owner = discord.ownerWithBot();
        discord.take(SimulatedDiscord.channel(owner, 1), Permissions.SEND_MESSAGES, Permissions.EMBED_LINKS);

        var channels = json(marketplace.servers(owner, "/" + owner.server() + "/channels").expectStatus().isOk())
                .path("items");

        assertThat(channels.toString()).isEqualTo("""
                [{"id":"%s","name":"general","canSpeak":false,"missing":["send_messages","embed_links"]},\
                {"id":"%s","name":"random","category":"Text Channels","canSpeak":true}]"""
                .formatted(SimulatedDiscord.channel(owner, 1), SimulatedDiscord.channel(owner, 2)));
    }

    @Test
    void channelsAreForThoseWhoManageTheServerAndOnceTheBotIsThere() {
        var owner = discord.owner();
        var path = "/" + owner.server() + "/channels";

        isProblem(marketplace.servers(owner, path), 409, "bot-not-present");
        isProblem(marketplace.servers(discord.owner(), path), 403, "server-not-manageable");
        isProblem(marketplace.servers(discord.withoutScopeOfServers(), path), 401, "discord-sign-in-needed");
        isProblem(marketplace.servers(owner, "/1/channels"), 400, "invalid-request");
        discord.letIn(owner.server());
        discord.cause(Fault.status("/api/v10/guilds/%s/channels".formatted(owner.server()), 503));
        isProblem(marketplace.servers(owner, path), 503, "discord-unavailable").jsonPath("$.detail").isNotEmpty();
    }

    private Stream<JsonNode> servers(Owner owner) {
        return json(marketplace.servers(owner).expectStatus().isOk()).path("items").valueStream();
    }
}
