package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.budget.Budgets;
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
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Shutdown;
import dev.personamarket.preview.speaking.Speaker;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one database: the running service, and one that falls silent in the middle of an answer as if it had
 * been killed. It neither ends the answer nor prolongs its lease of three seconds.
 */
@PreviewServiceTest
class LostInstanceIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Catalogue catalogue;

    private final Talker visitor;
    private final ScriptedModel model;
    private final Sinks.Many<ModelEvent> rest = Sinks.many().unicast().onBackpressureBuffer();
    private final Answers lostAnswers;
    private final Conversations lost;
    private UUID orla = new UUID(0, 0);
    private @Nullable CompletableFuture<@Nullable List<PreviewEvent>> lostStream;

    LostInstanceIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers,
            @Autowired DatabaseClient database, @Autowired TransactionalOperator transaction, @Autowired Outbox outbox,
            @Autowired Personas personas, @Autowired Sessions sessions, @Autowired PreviewProperties limits,
            @Autowired OutputGuard guard, @Autowired Moderator moderator, @Autowired Budgets budgets,
            @Autowired PromptCompiler compiler,
            @Autowired Endings endings) {
        visitor = Talker.visitor(client.mutate().responseTimeout(PATIENCE).build());
        model = peers.scripted();
        var briefly = new SessionProperties(Duration.ofHours(24), Duration.ofSeconds(1), Duration.ofSeconds(3), 3);
        lostAnswers = new Answers(database, transaction, outbox, briefly);
        var narrator = new Narrator(rest.asFlux());
        var reception = new Reception(personas, narrator, moderator, sessions,
                new Turns(database, outbox, budgets, limits, briefly), guard, budgets, transaction, compiler);
        lost = new Conversations(reception, lostAnswers, new Speaker(narrator, guard, moderator), endings,
                new Shutdown());
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void anAnswerUnderWayIsInTheHistoryAsFarAsItWasStored() {
        var session = answerIsUnderWay();

        var history = visitor.history(session);

        assertThat(history.answering()).isTrue();
        assertThat(history.messages()).hasSize(5);
        assertThat(history.messages().getLast().content()).isEqualTo("Once upon ");
        assertThat(history.messages().getLast().finishReason()).isNull();
        assertThat(visitor.list("").items().getFirst().answering()).isTrue();
        visitor.tryToSay(orla, "Are you there?", session).expectStatus().isEqualTo(409);
    }

    @Test
    void theNextMessageGoesOnElsewhereWithFullHistory() {
        var session = answerIsUnderWay();
        model.streams(token("A time."), end());

        awaitLoss(session);
        assertThat(visitor.history(session).messages().getLast().finishReason()).isEqualTo("stopped");
        var reply = visitor.say(orla, "Upon what?", session);

        assertThat(reply.reply()).isEqualTo("A time.");
        assertThat(reply.remaining()).isZero();
        var asked = JsonMapper.shared().readTree(model.requests().getLast()).path("messages");
        assertThat(asked.valueStream().map(line -> line.path("content").asString())).endsWith("Hello!", "Well met.",
                "Tell me a story.", "Once upon ", "Upon what?", "Stay on the island.");
    }

    @Test
    void theAnswerGoesOnElsewhere() {
        var session = answerIsUnderWay();
        model.streams(token("a time."), end());

        awaitLoss(session);
        visitor.goOn(orla, session);

        assertThat(visitor.history(session).messages().getLast().content()).isEqualTo("Once upon a time.");
    }

    @Test
    void whoComesBackFromTheDeadChangesNothingAnyMore() {
        var session = answerIsUnderWay();
        model.streams(token("a day."), end());
        awaitLoss(session);
        visitor.goOn(orla, session);

        rest.tryEmitNext(new Token("a midnight dreary."));
        rest.tryEmitNext(new ModelEvent.Finished("stop", new Usage(9, 12)));
        rest.tryEmitComplete();
        assertThat(lostStream).succeedsWithin(PATIENCE);
        lostAnswers.save().block(PATIENCE);

        var history = visitor.history(session);
        assertThat(history.messages()).hasSize(5);
        assertThat(history.messages().getLast().content()).isEqualTo("Once upon a day.");
        assertThat(history.answering()).isFalse();
    }

    /** A second message, said at the instance that will be lost, and answered by two words that have been stored. */
    private UUID answerIsUnderWay() {
        model.streams(token("Well met."), end());
        var session = visitor.say(orla, "Hello!", null).sessionId();
        var heard = Sinks.<Boolean>one();
        lostStream = lost.chat(orla, Owner.visitor(Objects.requireNonNull(visitor.cookie())),
                new ChatRequest("Tell me a story.", session)).doOnNext(event -> {
                    if (event.equals(new PreviewEvent.Token("upon "))) {
                        heard.tryEmitValue(true);
                    }
                }).collectList().toFuture();
        heard.asMono().then(lostAnswers.save()).block(PATIENCE);
        return session;
    }

    private void awaitLoss(UUID session) {
        Awaitility.await("the end of the lease").until(() -> !visitor.history(session).answering());
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
