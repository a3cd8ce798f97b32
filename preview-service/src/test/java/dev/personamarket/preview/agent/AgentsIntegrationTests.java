package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Server;
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** Deployed personalities answer what they are asked. */
@PreviewServiceTest
class AgentsIntegrationTests {

    private static final String NEUTRAL = "I would rather talk about something else.";

    /** Keeps the model's idle deadline away. */
    private static final Flux<String> THINKING = Flux.interval(Duration.ofMillis(500)).map(_ -> ": still thinking\n\n");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Server server;

    private final ScriptedModel model;
    private final Sinks.One<String> rest = Sinks.one();
    private UUID orla = new UUID(0, 0);

    AgentsIntegrationTests(@Autowired ModelPeers peers) {
        model = peers.scripted();
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void aQuestionIsAnswered(@Autowired TestKafka kafka) {
        model.streams(token("Fog? "), token("Then I count."), end());

        var turn = server.ask(orla);

        var answer = server.awaitAnswer(turn);
        assertThat(answer.path("text").asString()).isEqualTo("Fog? Then I count.");
        assertThat(answer.path("finishReason").asString()).isEqualTo("stop");
        assertThat(answer.path("promptTokens").asInt()).isEqualTo(9);
        assertThat(kafka.awaitEvent("marketplace.AgentTurnAnswered.v1",
                event -> event.path("turnId").asString().equals(turn.toString()))).isEqualTo(answer);
    }

    @Test
    void theModelIsToldWhatWasSaidBeforeAndNobodysName() {
        model.streams(token("Aye."), end());

        server.awaitAnswer(server.ask(orla));

        var asked = JsonMapper.shared().readTree(model.requests().getFirst()).path("messages");
        assertThat(asked.valueStream().map(line -> line.path("content").asString())).endsWith("Is it lonely up there?",
                "Lonely? The sea talks all night. One only has to answer now and then.",
                "And what do you do when the fog comes in?", "Stay on the island.");
    }

    @Test
    void itIsToldHowAnAnswerGrows() {
        model.streams(Flux.concat(Flux.just(token("Fog? ")), rest.asMono(), Flux.just(end())));

        var turn = server.ask(orla);
        server.awaitProgress(turn, "Fog? ");
        rest.tryEmitValue(token("Then I count."));

        server.awaitAnswer(turn);
        var told = server.told(turn);
        assertThat(told.getLast().path("text").asString()).isEqualTo("Fog? Then I count.");
        assertThat(told.subList(0, told.size() - 1)).isNotEmpty().allMatch(event -> event.has("sequence"))
                .extracting(event -> event.path("sequence").asInt()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whatMayNotBeSaidIsReplaced() {
        model.streams(Flux.concat(Flux.just(token("Well, ")), rest.asMono(), Flux.never()));

        var turn = server.ask(orla);
        server.awaitProgress(turn, "Well, ");
        rest.tryEmitValue(token(Catalogue.SECRET));

        var answer = server.awaitAnswer(turn);
        assertThat(answer.path("text").asString()).isEqualTo(NEUTRAL);
        assertThat(answer.path("finishReason").asString()).isEqualTo("content_filter");
    }

    @Test
    void fiftyAreAnsweredAtOnce() {
        for (var i = 0; i < 50; i++) {
            model.streams(
                    Flux.concat(Flux.just(token("Aye. ")), THINKING.takeUntilOther(rest.asMono()), Flux.just(end())));
        }

        var turns = Stream.generate(() -> server.ask(orla)).limit(50).toList();
        Awaitility.await("fifty calls at once").until(() -> model.requests().size() == 50);
        rest.tryEmitValue("now");

        assertThat(turns).allSatisfy(turn -> assertThat(server.awaitAnswer(turn).path("text").asString())
                .isEqualTo("Aye. "));
        assertThat(turns).allSatisfy(turn -> assertThat(server.ends(turn)).hasSize(1));
    }

    @Test
    void aQuestionThatComesAgainIsAnsweredOnce() {
        model.streams(token("Aye."), end());
        model.streams(token("And the other."), end());
        var question = Server.question(orla);
        var conversation = question.path("conversationId").asString();

        var turn = server.ask(question, "an event");
        server.ask(question, "an event");
        server.awaitAnswer(turn);
        server.ask(question, "another event");
        server.awaitAnswer(server.ask(orla, other -> other.put("conversationId", conversation)));

        assertThat(server.ends(turn)).hasSize(1);
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void nobodyAnswersWhatWasDropped() {
        model.streams(Flux.concat(Flux.just(token("Well, ")), THINKING));
        var question = Server.question(orla);

        var turn = server.ask(question);
        server.awaitProgress(turn, "Well, ");
        server.drop(question);

        Awaitility.await("the end of the call").until(() -> model.abandoned() == 1);
        assertThat(server.ends(turn)).isEmpty();
    }

    @Test
    void whatIsDroppedBeforeItIsHeardIsNotAnswered() {
        model.streams(token("Aye."), end());
        var question = Server.question(orla);
        var conversation = question.path("conversationId").asString();

        server.drop(question);
        var turn = server.ask(question);
        server.awaitAnswer(server.ask(orla, other -> other.put("conversationId", conversation)));

        assertThat(server.told(turn)).isEmpty();
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void whatWasSaidIsForgottenAtOnceAndTheRestLater(@Autowired DatabaseClient database, @Autowired AgentTurns turns,
            @Autowired Outbox outbox) {
        model.streams(token("Aye."), end());
        var turn = server.ask(orla);
        server.awaitAnswer(turn);

        assertThat(kept(database, turn, "said")).containsExactly(0L);
        database.sql("UPDATE agent_turn SET ended_at = now() - INTERVAL '61 minutes' WHERE id = :id").bind("id", turn)
                .then().block();
        turns.forget().block();

        assertThat(kept(database, turn, "*")).containsExactly(0L);
        Awaitility.await("that what was told is forgotten").until(() -> {
            outbox.forget(AgentReplies.TOPIC, Duration.ZERO).block();
            return server.told(turn).isEmpty();
        });
    }

    private static List<Long> kept(DatabaseClient database, UUID turn, String column) {
        return database.sql("SELECT count(%s) FROM agent_turn WHERE id = :id".formatted(column)).bind("id", turn)
                .mapValue(Long.class).all().collectList().blockOptional().orElseThrow();
    }
}
