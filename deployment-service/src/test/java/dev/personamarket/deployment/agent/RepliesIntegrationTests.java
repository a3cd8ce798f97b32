package dev.personamarket.deployment.agent;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.Chatting;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Replies reach Discord whatever happens on the way, once, or it is told why they cannot. */
@DeploymentServiceTest
class RepliesIntegrationTests {

    private static final String EDITS = "/api/v10/webhooks/*/*/messages/@original";
    private static final String FOLLOW_UPS = "/api/v10/webhooks/*/*";
    private static final String HTML = "<!DOCTYPE html><title>Just a moment...</title>";
    private static final String LONG = "The lamp turns. ".repeat(300).strip();

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Simulators simulators;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Chatting chat;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private Owner owner;

    @BeforeEach
    void anAgent() {
        owner = discord.ownerWithBot();
        marketplace.deployed(owner, catalogue.published("Orla"));
    }

    @AfterEach
    void resetBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingTroubles")
    void whatPassesIsWaitedOut(Fault trouble) {
        var asked = chat.ask(owner, "Are you there?");
        discord.cause(trouble.times(2));

        chat.answer(asked, "I am.");

        chat.awaitLast(owner, "I am.");
    }

    private static Stream<Named<Fault>> passingTroubles() {
        return Stream.of(Named.of("429", Fault.status(EDITS, 429).withBody(
                "{\"message\": \"You are being rate limited.\", \"retry_after\": 0.3, \"global\": false}", Map.of())),
                Named.of("500", Fault.status(EDITS, 500)), Named.of("closed connection", Fault.closing(EDITS)),
                Named.of("HTML", Fault.status(EDITS, 403).withBody(HTML, Map.of("Content-Type", "text/html"))));
    }

    @ParameterizedTest
    @CsvSource({"404, 10008", "404, 10015", "401, 50027"})
    void whereNothingCanBeSaidAnyMoreThatIsTold(int status, int code) {
        var asked = chat.ask(owner, "Are you there?");
        discord.cause(Fault.status(EDITS, status).withBody("{\"message\": \"…\", \"code\": %d}".formatted(code),
                Map.of()));

        chat.answer(asked, "I am.");

        assertThat(dropped(asked)).isEqualTo("message_gone");
        assertThat(isOver(asked)).isTrue();
    }

    @Test
    void whatDiscordRefusesIsReplacedByASentence() {
        var asked = chat.ask(owner, "Say something bad.");
        discord.cause(Fault.status(EDITS, 400).withBody("{\"message\": \"…\", \"code\": 200000}", Map.of()).times(1));

        chat.answer(asked, "Something bad.");

        chat.awaitLast(owner, Sentences.NOT_ALLOWED);
    }

    @Test
    void whereNotEvenThatGetsThroughItIsTold() {
        var asked = chat.ask(owner, "Say something bad.");
        discord.cause(Fault.status(EDITS, 403).withBody("{\"message\": \"…\", \"code\": 50013}", Map.of()));

        chat.answer(asked, "Something bad.");

        assertThat(dropped(asked)).isEqualTo("discord_refused");
    }

    @Test
    void anAnswerThatDoesNotComeIsExcusedAndNoLongerWaitedFor() {
        var asked = chat.ask(owner, "How long does it take?");

        age(asked, 14);

        chat.awaitLast(owner, Sentences.TOO_LATE);
        assertThat(dropped(asked)).isEqualTo("no_answer_in_time");
        chat.answer(asked, "For ever.");
        var next = chat.ask(owner, "And now?");
        chat.answer(next, "Now I am quick.");
        chat.awaitLast(owner, "Now I am quick.");
        assertThat(chat.texts(owner)).doesNotContain("For ever.");
    }

    @Test
    void afterFifteenMinutesNothingIsSaidAndThatIsTold() {
        var asked = chat.ask(owner, "How long does it take?");

        age(asked, 15);

        assertThat(dropped(asked)).isEqualTo("interaction_expired");
        assertThat(chat.messages(owner).getLast().body().isThinking()).isTrue();
    }

    @Test
    void aReplyThatIsBrokenOffBetweenTwoMessagesGoesOnWithTheNext() {
        var asked = chat.ask(owner, "Tell me everything.");
        discord.cause(Fault.status(FOLLOW_UPS, 500).on("POST").times(1));

        chat.answer(asked, LONG);

        await().until(() -> said().endsWith(LONG));
    }

    @Test
    void whatWasSaidAlthoughTheAnswerToThatGotLostIsNotSaidAgain() {
        var outcome = chat.say(owner, "Tell me everything.");
        var asked = chat.asked(owner, "Tell me everything.");
        discord.cause(Fault.status(FOLLOW_UPS, 500).on("POST").times(1));

        chat.answer(asked, LONG);
        await().until(() -> partsSent(asked) == 1 && discord.calls("POST", outcome.token()).size() == 1);
        sayItAllTheSame(outcome.token(), ReplyText.parts(LONG).get(1));

        await().until(() -> isOver(asked));
        assertThat(said()).endsWith(LONG);
    }

    private void sayItAllTheSame(String token, String text) {
        WebClient.create(simulators.discordApiUrl()).post().uri("/webhooks/{app}/{token}", Simulators.CLIENT_ID, token)
                .header("User-Agent", "DiscordBot (http://localhost, 1)").bodyValue(Map.of("content", text))
                .retrieve().toBodilessEntity().block();
    }

    private String said() {
        return String.join(" ", chat.texts(owner));
    }

    private String dropped(JsonNode asked) {
        var event = kafka.awaitEvent("marketplace.AgentTurnDropped.v1",
                dropped -> dropped.path("turnId").equals(asked.path("turnId")));
        Contracts.assertValid("marketplace.AgentTurnDropped.v1", event);
        return event.path("reason").asString();
    }

    private void age(JsonNode asked, int minutes) {
        database.sql("""
                UPDATE turns SET due_at = now(), asked_at = asked_at - make_interval(mins => :minutes) WHERE id = :id
                """).bind("minutes", minutes).bind("id", turn(asked)).then().block();
    }

    private boolean isOver(JsonNode asked) {
        return count("SELECT count(*) FROM turns WHERE id = :id AND due_at IS NULL AND token = ''", asked) == 1;
    }

    private long partsSent(JsonNode asked) {
        return count("SELECT parts_sent::bigint FROM turns WHERE id = :id", asked);
    }

    private long count(String sql, JsonNode asked) {
        return database.sql(sql).bind("id", turn(asked)).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private static UUID turn(JsonNode asked) {
        return UUID.fromString(asked.path("turnId").asString());
    }
}
