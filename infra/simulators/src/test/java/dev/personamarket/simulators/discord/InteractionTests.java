package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.NOA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.discord.interactions.Outcome;
import dev.personamarket.simulators.discord.interactions.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@ExtendWith(Running.class)
class InteractionTests {

    private static final String AIRLOCK = "4" + MOON_BASE.substring(1);
    private static final Usage HELLO = Usage.of(MIA, AIRLOCK, "chat", Map.of("message", "Hello?"));

    private Simulators simulators;
    private BotSteps bot;
    private Endpoint endpoint;
    private WebTestClient anyone;

    @BeforeEach
    void chatInMoonBase(Simulators simulators) {
        this.simulators = simulators;
        bot = new BotSteps(simulators);
        anyone = WebTestClient.bindToServer().baseUrl(simulators.discordApiUrl()).build();
        endpoint = new Endpoint(simulators.publicKey());
        simulators.sendInteractionsTo(endpoint.uri());
        simulators.installBot(MOON_BASE);
        bot.put("/applications/%s/commands".formatted(Simulators.CLIENT_ID), "[" + CommandTests.CHAT + "]")
                .expectStatus().isOk();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aCommandArrivesSignedWithAllThatItTells() {
        simulators.use(HELLO);

        JsonNode interaction = endpoint.received().getFirst();
        assertThat(interaction.path("type").asInt()).isEqualTo(2);
        assertThat(interaction.path("guild_id").stringValue()).isEqualTo(MOON_BASE);
        assertThat(interaction.path("channel_id").stringValue()).isEqualTo(AIRLOCK);
        assertThat(interaction.path("member").path("user").path("id").stringValue()).isEqualTo(MIA);
        assertThat(interaction.path("member").path("permissions").stringValue()).isNotBlank();
        assertThat(interaction.path("data").path("name").stringValue()).isEqualTo("chat");
        assertThat(interaction.path("data").path("options").path(0).path("value").stringValue()).isEqualTo("Hello?");
        assertThat(interaction.path("authorizing_integration_owners").path("0").stringValue()).isEqualTo(MOON_BASE);
    }

    @Test
    void anImmediateAnswerStandsInTheChannel() {
        endpoint.answers("{\"type\":4,\"data\":{\"content\":\"Ahoy, Mia\"}}");

        var outcome = simulators.use(HELLO);

        assertThat(outcome.answered()).isTrue();
        assertThat(simulators.messages(AIRLOCK)).singleElement()
                .satisfies(message -> assertThat(message.body().content()).isEqualTo("Ahoy, Mia"));
    }

    @Test
    void aDeferredAnswerIsEditedInAndFollowedUp() {
        var outcome = simulators.use(HELLO);
        assertThat(Objects.requireNonNull(outcome.message()).body().isThinking()).isTrue();

        patchOriginal(outcome, "{\"content\":\"Now I know\"}").expectStatus().isOk().expectBody().jsonPath("$.flags")
                .isEqualTo(0).jsonPath("$.content").isEqualTo("Now I know");
        anyone.post().uri(webhook(outcome)).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"content\":\"And one more thing\"}").exchange().expectStatus().isOk();

        assertThat(simulators.messages(AIRLOCK)).extracting(message -> message.body().content())
                .containsExactly("Now I know", "And one more thing");
        anyone.delete().uri(webhook(outcome) + "/messages/@original").exchange().expectStatus().isNoContent();
        BotSteps.expectError(anyone.get().uri(webhook(outcome) + "/messages/@original").exchange(), 404, 10008);
    }

    @Test
    void theFirstFollowUpOfADeferredAnswerTakesItsPlace() {
        var outcome = simulators.use(HELLO);

        anyone.post().uri(webhook(outcome)).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"content\":\"In its place\"}").exchange().expectStatus().isOk();

        assertThat(simulators.messages(AIRLOCK)).hasSize(1);
    }

    @Test
    void anEphemeralAnswerStaysEphemeral() {
        endpoint.answers("{\"type\":5,\"data\":{\"flags\":64}}");
        var outcome = simulators.use(HELLO);

        patchOriginal(outcome, "{\"content\":\"Just for you\"}").expectBody().jsonPath("$.flags").isEqualTo(64);
        bot.get("/channels/" + AIRLOCK + "/messages").expectBody().json("[]");
    }

    @Test
    void anAnswerByCallbackIsAnnouncedWith202() {
        endpoint.answers(interaction -> callback(interaction, "{\"type\":4,\"data\":{\"content\":\"By callback\"}}")
                .then(Mono.empty()));

        var outcome = simulators.use(HELLO);

        assertThat(Objects.requireNonNull(outcome.message()).body().content()).isEqualTo("By callback");
        BotSteps.expectError(callbackNow(outcome), 400, 40060);
    }

    @Test
    void suggestionsAreAskedForWhileTyping() {
        endpoint.answers("{\"type\":8,\"data\":{\"choices\":[{\"name\":\"Barnacle\",\"value\":\"b\"}]}}");

        var outcome = simulators.use(Usage.of(MIA, AIRLOCK, "chat", Map.of("personality", "Ba")).typing("personality"));

        assertThat(endpoint.received().getFirst().path("type").asInt()).isEqualTo(4);
        assertThat(endpoint.received().getFirst().at("/data/options/0/focused").booleanValue()).isTrue();
        assertThat(Objects.requireNonNull(outcome.response()).at("/data/choices/0/name").stringValue())
                .isEqualTo("Barnacle");
        assertThat(simulators.messages(AIRLOCK)).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInThreeSecondsHasLostTheToken() {
        endpoint.answers(_ -> Mono.never());
        long before = System.nanoTime();

        var outcome = simulators.use(HELLO);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(2900),
                Duration.ofSeconds(6));
        assertThat(outcome.answered()).isFalse();
        assertThat(outcome.problem()).contains("3 seconds");
        BotSteps.expectError(callbackNow(outcome), 404, 10062);
        BotSteps.expectError(patchOriginal(outcome, "{\"content\":\"late\"}"), 404, 10015);
    }

    @Test
    void anAnswerThatDoesNotSuitIsNone() {
        endpoint.answers("{\"type\":8,\"data\":{\"choices\":[]}}");
        assertThat(simulators.use(HELLO).problem()).contains("50035");

        endpoint.answers("not JSON");
        assertThat(simulators.use(HELLO).problem()).contains("no JSON");
    }

    @Test
    void onlyWhatDiscordsClientAllowsIsSent() {
        assertThatThrownBy(() -> simulators.use(Usage.of(NOA, AIRLOCK, "chat", Map.of("message", "x"))))
                .isInstanceOf(ResponseStatusException.class);
        assertThatThrownBy(() -> simulators.use(Usage.of(MIA, AIRLOCK, "chat", Map.of())))
                .hasMessageContaining("needs the option message");
        assertThatThrownBy(() -> simulators.use(Usage.of(MIA, AIRLOCK, "sing", Map.of())))
                .hasMessageContaining("no command /sing");
        assertThat(endpoint.received()).isEmpty();
    }

    @Test
    void aCommandCanBeUsedOverHttp() {
        WebTestClient.bindToServer().baseUrl(simulators.discordUrl()).build().post().uri("/simulator/interactions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"guildId":"%s","personId":"%s","command":"chat","options":{"message":"Hello?"}}"""
                        .formatted(MOON_BASE, MIA))
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.answered").isEqualTo(true)
                .jsonPath("$.message.channel_id").isEqualTo(AIRLOCK);
    }

    @Test
    void aNewEndpointMustAnswerAPingAndRefuseAForgedOne() {
        String change = "{\"interactions_endpoint_url\":\"%s\"}".formatted(endpoint.uri());

        bot.patch("/applications/@me", change).expectStatus().isOk().expectBody()
                .jsonPath("$.interactions_endpoint_url").isEqualTo(endpoint.uri().toString());
        assertThat(endpoint.statuses()).containsExactly(401, 200);

        endpoint.isCareless();
        BotSteps.expectInvalid(bot.patch("/applications/@me", change), "interactions_endpoint_url",
                "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID");
    }

    private Mono<Void> callback(JsonNode interaction, String json) {
        return WebClient.create(simulators.discordApiUrl()).post()
                .uri("/interactions/{id}/{token}/callback", interaction.path("id").stringValue(),
                        interaction.path("token").stringValue())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(json).retrieve().toBodilessEntity().then();
    }

    private WebTestClient.ResponseSpec callbackNow(Outcome outcome) {
        return anyone.post().uri("/interactions/{id}/{token}/callback", outcome.interactionId(), outcome.token())
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"type\":5}").exchange();
    }

    private WebTestClient.ResponseSpec patchOriginal(Outcome outcome, String json) {
        return anyone.patch().uri(webhook(outcome) + "/messages/@original").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json).exchange();
    }

    private static String webhook(Outcome outcome) {
        return "/webhooks/" + Simulators.CLIENT_ID + "/" + outcome.token();
    }
}
