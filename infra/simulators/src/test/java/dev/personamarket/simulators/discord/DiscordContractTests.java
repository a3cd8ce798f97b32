package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.NOA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import dev.personamarket.testing.OpenApi;
import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.discord.guilds.Permissions;
import dev.personamarket.simulators.discord.interactions.Outcome;
import dev.personamarket.simulators.discord.interactions.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Every request here and every answer of ours fits Discord's own OpenAPI document. */
@ExtendWith(Running.class)
class DiscordContractTests {

    private static final String BOT = "Bot " + Simulators.BOT_TOKEN;
    private static final String APP = Simulators.CLIENT_ID;
    private static final String AIRLOCK = "4" + MOON_BASE.substring(1);

    private final OpenApi discord = OpenApi.load("discord-openapi-subset.json");
    private final HttpClient http = HttpClient.newHttpClient();
    private Simulators simulators;
    private String authorization = BOT;

    @BeforeEach
    void botInMoonBase(Simulators simulators) {
        this.simulators = simulators;
        simulators.installBot(MOON_BASE);
    }

    @Test
    void whatAPersonsTokenReads() throws Exception {
        authorization = "Bearer " + simulators.accessToken(SAM, "identify", "guilds", "guilds.members.read");

        get("/users/@me");
        get("/oauth2/@me");
        assertThat(get("/users/@me/guilds")).hasSize(3);
        assertThat(call("GET", "/users/@me/guilds", "?with_counts=true", null, 200).path(0)
                .has("approximate_member_count")).isTrue();
        get("/users/@me/guilds/{guild_id}/member", MOON_BASE);
        call("GET", "/users/@me/guilds", "?limit=0", null, 400);
        authorization = "Bearer made-up";
        call("GET", "/users/@me", "", null, 401);
    }

    @Test
    void whatTheBotReadsAndChanges() throws Exception {
        get("/users/@me");
        get("/users/@me/guilds");
        get("/guilds/{guild_id}", MOON_BASE);
        call("GET", "/guilds/{guild_id}", "?with_counts=true", null, 200, MOON_BASE);
        get("/guilds/{guild_id}/channels", MOON_BASE);
        get("/guilds/{guild_id}/roles", MOON_BASE);
        get("/guilds/{guild_id}/members/{user_id}", MOON_BASE, SAM);
        get("/guilds/{guild_id}/members/{user_id}", MOON_BASE, APP);
        simulators.takePermissions(AIRLOCK, Permissions.SEND_MESSAGES);
        get("/channels/{channel_id}", AIRLOCK);
        get("/applications/@me");
        get("/oauth2/applications/@me");
        get("/gateway");
        get("/gateway/bot");
        call("PATCH", "/applications/@me", "", "{\"interactions_endpoint_url\":null}", 200);
        call("PATCH", "/guilds/{guild_id}/members/@me", "", "{\"nick\":\"Barnacle\",\"bio\":\"Sails\"}", 200,
                MOON_BASE);
        call("GET", "/guilds/{guild_id}", "", null, 404, "17");
        call("DELETE", "/users/@me/guilds/{guild_id}", "", null, 204, MOON_BASE);
    }

    @Test
    void messages() throws Exception {
        String id = call("POST", "/channels/{channel_id}/messages", "", """
                {"content":"Ahoy <@%s>","nonce":"n-1","enforce_nonce":true,"allowed_mentions":{"parse":["users"]},
                "embeds":[{"title":"A map","fields":[{"name":"X","value":"here"}]}],
                "components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"}]}]}"""
                .formatted(SAM), 200, AIRLOCK).path("id").stringValue();
        call("POST", "/channels/{channel_id}/messages", "", """
                {"content":"Aye","message_reference":{"message_id":"%s"}}""".formatted(id), 200, AIRLOCK);
        get("/channels/{channel_id}/messages/{message_id}", AIRLOCK, id);
        assertThat(get("/channels/{channel_id}/messages", AIRLOCK)).hasSize(2);
        call("PATCH", "/channels/{channel_id}/messages/{message_id}", "", "{\"content\":\"Ahoy\"}", 200, AIRLOCK, id);
        call("POST", "/channels/{channel_id}/typing", "", null, 204, AIRLOCK);
    }

    @Test
    void commands() throws Exception {
        String global = "/applications/{application_id}/commands";
        call("PUT", global, "", "[" + CommandTests.CHAT + "]", 200, APP);
        get(global, APP);
        call("GET", global, "?with_localizations=true", null, 200, APP);
        call("POST", global, "", "{\"name\":\"ask\",\"description\":\"Ask\",\"name_localizations\":{\"de\":\"frag\"}}",
                201, APP);
        call("POST", global, "", "{\"name\":\"ask\",\"description\":\"Ask again\"}", 200, APP);

        String ofGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
        call("PUT", ofGuild, "", "[{\"name\":\"Who is it?\",\"type\":2}]", 200, APP, MOON_BASE);
        String id = call("POST", ofGuild, "", CommandTests.CHAT, 201, APP, MOON_BASE).path("id").stringValue();
        get(ofGuild, APP, MOON_BASE);
        get(ofGuild + "/{command_id}", APP, MOON_BASE, id);
        call("PATCH", ofGuild + "/{command_id}", "", "{\"description\":\"New\"}", 200, APP, MOON_BASE, id);
        call("DELETE", ofGuild + "/{command_id}", "", null, 204, APP, MOON_BASE, id);
        // what breaks a rule that the document does not know is told in the documented form all the same
        call("PUT", global, "", "[{\"name\":\"Upper\",\"description\":\"x\"}]", 400, APP);
    }

    @Test
    void interactions() throws Exception {
        call("PUT", "/applications/{application_id}/commands", "", "[" + CommandTests.CHAT + "]", 200, APP);
        try (var endpoint = new Endpoint(simulators.publicKey())) {
            simulators.sendInteractionsTo(endpoint.uri());
            var outcome = use();
            String webhook = "/webhooks/{webhook_id}/{webhook_token}";
            String original = webhook + "/messages/@original";
            get(original, APP, outcome.token());
            call("PATCH", original, "", "{\"content\":\"Now\",\"allowed_mentions\":{\"parse\":[]}}", 200, APP,
                    outcome.token());
            String more = call("POST", webhook, "", "{\"content\":\"More\"}", 200, APP, outcome.token()).path("id")
                    .stringValue();
            get(webhook + "/messages/{message_id}", APP, outcome.token(), more);
            call("PATCH", webhook + "/messages/{message_id}", "", "{\"content\":\"Less\"}", 200, APP, outcome.token(),
                    more);
            call("DELETE", webhook + "/messages/{message_id}", "", null, 204, APP, outcome.token(), more);
            call("DELETE", original, "", null, 204, APP, outcome.token());
            call("GET", original, "", null, 404, APP, outcome.token());
            call("POST", "/interactions/{interaction_id}/{interaction_token}/callback", "", "{\"type\":5}", 400,
                    outcome.interactionId(), outcome.token());

            endpoint.answers(interaction -> Mono.fromCallable(() -> call("POST",
                    "/interactions/{interaction_id}/{interaction_token}/callback", "?with_response=true",
                    "{\"type\":4,\"data\":{\"content\":\"By callback\"}}", 200, interaction.path("id").stringValue(),
                    interaction.path("token").stringValue())).then(Mono.empty()));
            assertThat(use().answered()).isTrue();
        }
    }

    @Test
    void tooManyRequests() throws Exception {
        get("/users/@me/guilds"); // reads the document first: the window of the limit is short
        authorization = "Bearer " + simulators.accessToken(NOA, "guilds");
        for (int i = 0; i < 5; i++) {
            get("/users/@me/guilds");
        }
        call("GET", "/users/@me/guilds", "", null, 429);
    }

    @Test
    void anAnswerThatLacksSomethingWouldBeNoticed() {
        var withoutName = JsonMapper.shared().readTree("{\"id\":\"1\"}");

        assertThatThrownBy(() -> discord.assertResponse("GET", "/users/@me", 200, withoutName))
                .isInstanceOf(AssertionError.class).hasMessageContaining("username");
    }

    private Outcome use() {
        return simulators.use(Usage.of(MIA, AIRLOCK, "chat", Map.of("message", "Hello?")));
    }

    private JsonNode get(String path, String... variables) throws IOException, InterruptedException {
        return call("GET", path, "", null, 200, variables);
    }

    private JsonNode call(String method, String path, String query, @Nullable String body, int expectedStatus,
            String... variables) throws IOException, InterruptedException {
        if (body != null) {
            discord.assertRequest(method, path, JsonMapper.shared().readTree(body));
        }
        var uri = UriComponentsBuilder.fromUriString(simulators.discordApiUrl() + path + query)
                .buildAndExpand((Object[]) variables).toUri();
        var response = http.send(request(method, uri, body), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expectedStatus);
        JsonNode json = response.body().isEmpty()
                ? MissingNode.getInstance()
                : JsonMapper.shared().readTree(response.body());
        discord.assertResponse(method, path, expectedStatus, json);
        return json;
    }

    private HttpRequest request(String method, URI uri, @Nullable String body) {
        return HttpRequest.newBuilder(uri).header("Authorization", authorization)
                .header("User-Agent", BotSteps.USER_AGENT).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    }
}
