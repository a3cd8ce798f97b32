package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Server;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.budget.Ledger;
import dev.personamarket.preview.guard.OutputGuard;
import dev.personamarket.preview.model.LanguageModel;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.moderation.Moderator;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import dev.personamarket.preview.speaking.Endings;
import dev.personamarket.preview.speaking.Speaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one database: the running service, and one that takes a question and falls silent in the middle of its
 * answer as if it had been killed, or that is stopped.
 */
@PreviewServiceTest
class LostWorkersIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Server server;

    @Autowired
    private AgentWorkers others;

    private final ScriptedModel model;
    private final Ledger ledger;
    private final Sinks.Many<ModelEvent> rest = Sinks.many().unicast().onBackpressureBuffer();
    private final Function<AgentProperties, AgentWorkers> instances;
    private @Nullable AgentWorkers instance;
    private UUID orla = new UUID(0, 0);

    LostWorkersIntegrationTests(@Autowired ModelPeers peers, @Autowired DatabaseClient database,
            @Autowired JsonMapper json, @Autowired Outbox outbox, @Autowired TransactionalOperator transaction,
            @Autowired Personas personas, @Autowired Moderator moderator, @Autowired OutputGuard guard,
            @Autowired Budgets budgets, @Autowired PromptCompiler compiler, @Autowired Endings endings) {
        model = peers.scripted();
        ledger = new Ledger(database);
        var narrator = new Narrator(rest.asFlux());
        var metrics = new AgentMetrics(new SimpleMeterRegistry());
        instances = properties -> {
            var turns = new AgentTurns(database, json, outbox, properties);
            var reception = new AgentReception(personas, narrator, moderator, guard, budgets, compiler, properties);
            var responder = new Responder(reception, new Speaker(narrator, guard, moderator), turns, endings, metrics);
            return new AgentWorkers(turns, responder, outbox, transaction, properties, metrics);
        };
    }

    @BeforeEach
    void onlyTheOneThatWillBeLostIsAtWork() {
        orla = catalogue.published();
        others.stop();
    }

    @AfterEach
    void onlyTheOthersAreAtWork() {
        if (instance != null) {
            instance.stop();
        }
        if (!others.isRunning()) {
            others.start();
        }
    }

    @Test
    void anotherInstanceAnswersWhatALostOneLeft() {
        var turn = askedAndLost();

        assertThat(server.awaitAnswer(turn).path("text").asString()).isEqualTo("A time.");
        assertThat(server.ends(turn)).hasSize(1);
        assertThat(server.told(turn)).first().satisfies(
                event -> assertThat(event.path("text").asString()).isEqualTo("Once upon "));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesBackFromTheDeadTellsNothingAnyMore(boolean looksFirst) {
        var turn = askedAndLost();
        server.awaitAnswer(turn);

        if (looksFirst) {
            requireNonNull(instance).hold().block();
        }
        rest.tryEmitNext(new Token("a midnight dreary."));
        rest.tryEmitNext(new ModelEvent.Finished("stop", new Usage(9, 12)));
        rest.tryEmitComplete();

        Awaitility.await("that both are paid").until(() -> ledger.reserved(Ledger.personality(orla)) == 0);
        requireNonNull(instance).hold().block();
        assertThat(server.ends(turn)).hasSize(1).first()
                .satisfies(event -> assertThat(event.path("text").asString()).isEqualTo("A time."));
        assertThat(server.told(turn).getLast().has("sequence")).isFalse();
    }

    @Test
    void anInstanceThatStopsGivesItsQuestionsBackAtOnce() {
        var stopped = Sinks.<Boolean>one();
        var turn = asked(Duration.ofHours(1));

        requireNonNull(instance).stop(() -> stopped.tryEmitValue(true));
        assertThat(stopped.asMono().block(Duration.ofSeconds(10))).isTrue();
        others.start();

        assertThat(server.awaitAnswer(turn).path("text").asString()).isEqualTo("A time.");
        assertThat(server.ends(turn)).hasSize(1);
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
    }

    /** Of an instance that never again prolongs its lease. */
    private UUID askedAndLost() {
        var turn = asked(Duration.ofSeconds(3));
        others.start();
        return turn;
    }

    /** A question that an instance with room for one has begun to answer, while the others rest. */
    private UUID asked(Duration lease) {
        model.streams(token("A time."), end());
        var busy = instances.apply(new AgentProperties(1, Duration.ofMillis(100), Duration.ofSeconds(1), lease,
                Duration.ofSeconds(1), Duration.ofHours(1)));
        instance = busy;
        busy.start();
        var turn = server.ask(orla);
        Awaitility.await("the first words").until(() -> {
            busy.hold().block();
            return server.told(turn).stream().anyMatch(event -> "Once upon ".equals(event.path("text").asString()));
        });
        return turn;
    }

    /** A model that has no deadlines and says two words before a test lets it go on. */
    private record Narrator(Flux<ModelEvent> rest) implements LanguageModel {

        @Override
        public Mono<Void> ready() {
            return Mono.empty();
        }

        @Override
        public Flux<ModelEvent> answer(Prompt prompt) {
            return Flux.concat(Flux.just(new Token("Once "), new Token("upon ")), rest);
        }
    }
}
