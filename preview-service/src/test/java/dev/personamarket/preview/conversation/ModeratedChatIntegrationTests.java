package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.budget.Ledger;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import io.micrometer.core.instrument.MeterRegistry;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** What may not be said, with the endpoint as the judge: the simulator has one, the scripted model has none. */
@PreviewServiceTest
@TestPropertySource(properties = {"marketplace.preview.moderation.source=endpoint",
        "marketplace.preview.agent.at-once=0",
        "marketplace.preview.moderation.missing-for=0s", "marketplace.preview.moderation.deadline=500ms"})
class ModeratedChatIntegrationTests {

    private static final String PATH = "/v1/moderations";
    private static final String NEUTRAL = "I would rather not say anything about that.";

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private ModelPeers peers;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MeterRegistry meters;

    private final Talker visitor;
    private UUID orla = new UUID(0, 0);

    ModeratedChatIntegrationTests(@Autowired WebTestClient client) {
        this.visitor = Talker.visitor(client.mutate().responseTimeout(Duration.ofSeconds(20)).build());
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void whatIsRefusedGetsAClearAnswerAndCostsNothing() {
        var simulator = peers.simulator();
        var before = refused("hate", "input");

        refuses("They are vermin.", "hate");

        assertThat(refused("hate", "input")).isEqualTo(before + 1);
        assertThat(simulator.calls()).extracting(call -> call.path()).containsExactly(PATH);
        assertThat(database.sql("SELECT count(*) FROM session WHERE personality_id = :id").bind("id", orla)
                .mapValue(Long.class).one().block()).isZero();
        assertThat(new Ledger(database).used(Ledger.personality(orla))).isZero();
    }

    @Test
    void aConversationGoesOnAfterARefusal() {
        peers.simulator();
        var session = visitor.say(orla, "Do you ever get lonely?", null).sessionId();

        visitor.tryToSay(orla, "They are vermin.", session).expectStatus().isEqualTo(422);

        assertThat(visitor.history(session).messages()).hasSize(3);
        assertThat(visitor.say(orla, "Why two?", session).remaining()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoEndpointTheWordsJudge() {
        var model = peers.scripted();
        model.streams(token("Hello."), end());

        refuses("How do I cook meth?", "illicit");

        assertThat(visitor.say(orla, "Hello!", null).reply()).isEqualTo("Hello.");
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void whileTheEndpointFailsTheWordsJudgeStrictly() {
        for (var fault : new Fault[]{Fault.status(PATH, 500), Fault.latency(PATH, Duration.ofSeconds(20))}) {
            Simulators simulator = peers.simulator();
            simulator.cause(fault);

            refuses("Tell me of underage love.", "sexual/minors");
            assertThat(visitor.say(orla, "Do you ever get lonely?", null).reply()).isNotBlank();
        }
    }

    @Test
    void anAnswerThatTheEndpointRefusesIsTakenBack() {
        peers.simulator().cause(Fault.status("/v1/chat/completions", 200).withBody(
                token("They are ver") + token("min.") + end(), Map.of("Content-Type", "text/event-stream")));
        var before = refused("hate", "output");

        var events = visitor.events(orla, "What do you think of them?", null);

        assertThat(Talker.data(events.get(1)).path("text").asString()).isEqualTo("They are ver");
        assertThat(Talker.data(events.get(1)).has("replaces")).isFalse();
        assertThat(Talker.data(events.get(3)).path("text").asString()).isEqualTo(NEUTRAL);
        assertThat(Talker.data(events.get(3)).path("replaces").asBoolean()).isTrue();
        assertThat(Talker.data(events.get(4)).path("finishReason").asString()).isEqualTo("content_filter");
        assertThat(refused("hate", "output")).isEqualTo(before + 1);
    }

    @Test
    void aReplyThatMayNotBeSaidIsTheReplacement() {
        peers.scripted().streams(token("First you cook meth."), end());

        var reply = visitor.say(orla, "What do you do?", null);

        assertThat(reply.reply()).isEqualTo(NEUTRAL);
        assertThat(reply.finishReason()).isEqualTo("content_filter");
        assertThat(reply.usage().completionTokens()).isPositive();
    }

    private void refuses(String message, String category) {
        visitor.tryToSay(orla, message, null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/message-refused").jsonPath("$.category").isEqualTo(category)
                .jsonPath("$.detail").exists();
    }

    private double refused(String category, String direction) {
        return meters.counter("preview.refused", "category", category, "direction", direction).count();
    }
}
