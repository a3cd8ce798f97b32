package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** What an application is told of, unasked. */
@ExtendWith(Running.class)
class WebhookEventTests {

    private Simulators simulators;
    private Endpoint endpoint;
    private OAuthSteps person;

    @BeforeEach
    void listen(Simulators simulators) {
        this.simulators = simulators;
        endpoint = new Endpoint(simulators.publicKey());
        endpoint.takesEvents(0);
        simulators.sendEventsTo(endpoint.uri());
        person = new OAuthSteps(simulators);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void theBotOnAServerIsTold() {
        install();

        var event = received();
        assertThat(event.path("type").asString()).isEqualTo("APPLICATION_AUTHORIZED");
        assertThat(event.at("/data/guild/id").asString()).isEqualTo(MOON_BASE);
        assertThat(event.at("/data/integration_type").asInt(-1)).isZero();
        assertThat(event.at("/data/user/id").asString()).isEqualTo(SAM);
        assertThat(event.path("timestamp").asString()).doesNotEndWith("Z");
    }

    @Test
    void aSignInIsToldWithoutAServer() {
        person.redirectAfter(person.authorizationUri(Map.of("scope", "identify guilds")), Map.of("person_id", SAM));

        assertThat(received().path("data").has("guild")).isFalse();
    }

    @Test
    void whatWasNotTakenIsSentAgain() {
        endpoint.takesEvents(1);

        install();

        assertThat(received().at("/data/guild/id").asString()).isEqualTo(MOON_BASE);
        assertThat(endpoint.statuses()).containsExactly(500, 204);
    }

    @Test
    void aNewEndpointMustSayNothingToAPingAndRefuseAForgedOne() {
        var bot = new BotSteps(simulators);
        String change = "{\"event_webhooks_url\":\"%s\"}".formatted(endpoint.uri());

        bot.patch("/applications/@me", change).expectStatus().isOk();
        assertThat(endpoint.statuses()).containsExactly(401, 204);

        endpoint.isCareless();
        BotSteps.expectInvalid(bot.patch("/applications/@me", change), "event_webhooks_url",
                "APPLICATION_EVENT_WEBHOOKS_URL_INVALID");
    }

    private void install() {
        person.redirectAfter(
                person.authorizationUri(Map.of("scope", "bot applications.commands", "permissions", "2048")),
                Map.of("person_id", SAM, "guild_id", MOON_BASE));
    }

    private JsonNode received() {
        var body = Flux.interval(Duration.ofMillis(20)).filter(_ -> !endpoint.received().isEmpty()).next()
                .map(_ -> endpoint.received().getFirst()).block(Duration.ofSeconds(5));
        assertThat(body).isNotNull();
        assertThat(body.path("type").asInt()).isEqualTo(1);
        return body.path("event");
    }
}
