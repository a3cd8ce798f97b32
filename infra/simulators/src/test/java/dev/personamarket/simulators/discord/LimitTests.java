package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(Running.class)
class LimitTests {

    private Simulators simulators;
    private OAuthSteps user;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        user = new OAuthSteps(simulators);
    }

    @Test
    void theGuildListIsTightForEachToken() {
        String token = simulators.accessToken(SAM, "guilds");

        user.get("/users/@me/guilds", token).expectHeader().valueEquals("X-RateLimit-Limit", "5").expectHeader()
                .valueEquals("X-RateLimit-Remaining", "4").expectHeader().exists("X-RateLimit-Reset").expectHeader()
                .exists("X-RateLimit-Reset-After").expectHeader().exists("X-RateLimit-Bucket");
        IntStream.range(1, 5).forEach(_ -> user.get("/users/@me/guilds", token).expectStatus().isOk());

        var refused = user.get("/users/@me/guilds", token).expectStatus().isEqualTo(429);
        refused.expectHeader().valueEquals("X-RateLimit-Scope", "user").expectHeader()
                .value(HttpHeaders.RETRY_AFTER, seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 5));
        refused.expectBody().jsonPath("$.global").isEqualTo(false).jsonPath("$.retry_after")
                .value(Double.class, seconds -> assertThat(seconds).isBetween(0.0, 5.0)).jsonPath("$.message")
                .isEqualTo("You are being rate limited.");

        user.get("/users/@me/guilds", simulators.accessToken(MIA, "guilds")).expectStatus().isOk();
    }

    @Test
    void aBotHasOneCountForAllItsCallsButInteractionsAreFree() {
        try (var strict = Simulators.start("simulator.discord.requests-per-second=3")) {
            strict.installBot(MOON_BASE);
            var bot = new BotSteps(strict);
            var refused = IntStream.range(0, 20)
                    .mapToObj(number -> bot.get("/guilds/" + MOON_BASE + (number % 2 == 0 ? "" : "/channels"))
                            .expectBody(String.class).returnResult())
                    .filter(answer -> answer.getStatus().value() == 429).findFirst();

            assertThat(refused).hasValueSatisfying(answer -> {
                assertThat(answer.getResponseBody()).contains("\"global\":true");
                assertThat(answer.getResponseHeaders().toSingleValueMap()).containsEntry("X-RateLimit-Global", "true")
                        .containsEntry("X-RateLimit-Scope", "global").doesNotContainKey("X-RateLimit-Bucket");
            });
            bot.get("/webhooks/1/none/messages/@original").expectStatus().isNotFound();
        }
    }

    @Test
    void aBotSaysWhoItIs() {
        var nameless = WebTestClient.bindToServer().baseUrl(simulators.discordApiUrl())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bot " + Simulators.BOT_TOKEN).build();

        BotSteps.expectError(nameless.get().uri("/users/@me").exchange(), 403, 40333);
        BotSteps.expectError(nameless.get().uri("/users/@me").header(HttpHeaders.USER_AGENT, "Mozilla/5.0").exchange(),
                403, 40333);
        nameless.get().uri("/users/@me").header(HttpHeaders.USER_AGENT, BotSteps.USER_AGENT).exchange().expectStatus()
                .isOk();
    }

    @Test
    void aStrictDiscordAsksEverybody() {
        try (var strict = Simulators.start("simulator.discord.strict-user-agent=true")) {
            var nameless = new OAuthSteps(strict);
            BotSteps.expectError(nameless.get("/users/@me", strict.accessToken(SAM, "identify")), 403, 40333);
        }
    }

    @Test
    void unknownPathsAndMethodsAreToldInDiscordsWords() {
        var bot = new BotSteps(simulators);
        BotSteps.expectError(bot.get("/nothing"), 404, 0);
        BotSteps.expectError(bot.delete("/users/@me"), 405, 0);
    }
}
