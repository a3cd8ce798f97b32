package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.budget.BudgetProperties;
import dev.personamarket.preview.budget.BudgetUse;
import dev.personamarket.preview.budget.Ledger;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.ModelProperties;
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.preview.persona.PromptCompiler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** What talking takes of the budgets. The scripted model reports 21 tokens for every answer. */
@PreviewServiceTest
class BudgetChatIntegrationTests {

    /** As long as every canary. */
    private static final String CANARY = "0".repeat(32);

    private static final int REPORTED = 21;
    private static final String MESSAGE = "Do you ever get lonely?";

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private BudgetProperties limits;

    private final WebTestClient client;
    private final ScriptedModel model;
    private final Talker visitor;
    private final Ledger ledger;
    private UUID orla = new UUID(0, 0);

    BudgetChatIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers,
            @Autowired DatabaseClient database) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(60)).build();
        this.model = peers.scripted();
        this.visitor = Talker.visitor(this.client);
        this.ledger = new Ledger(database);
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void fiftyAtOnceGetExactlyTheTenAnswersThatTheBudgetHas(@Autowired Personas personas,
            @Autowired ModelProperties settings, @Autowired PromptCompiler compiler) {
        var persona = Objects.requireNonNull(personas.speaking(orla).block());
        var prompt = compiler.compile(persona, CANARY,
                List.of(ChatMessage.user(MESSAGE)));
        ledger.spend(Ledger.personality(orla),
                limits.personality() - 10L * (prompt.tokens() + settings.maxTokens()));
        var gate = Sinks.<String>one();
        for (var i = 0; i < 50; i++) {
            model.streams(Flux.concat(Flux.just(token("One ")), thinkingUntil(gate.asMono()), gate.asMono()));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(this::status, threads)).limit(50)
                    .toList();
            Awaitility.await("40 refusals").atMost(Duration.ofSeconds(40))
                    .until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 40
                            && model.requests().size() == 10);
            gate.tryEmitValue(end());

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(HttpStatus.OK,
                    HttpStatus.TOO_MANY_REQUESTS);
            assertThat(answers.stream().filter(answer -> answer.join() == HttpStatus.OK)).hasSize(10);
        }
        assertThat(model.requests()).hasSize(10);
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
    }

    @Test
    void whatTheModelReportsIsPaidByAllWhoseBudgetItIs() {
        model.streams(token("Two of us."), end());
        var before = ledger.used("site");

        visitor.say(orla, MESSAGE, null);

        assertThat(ledger.used(Ledger.personality(orla))).isEqualTo(REPORTED);
        assertThat(ledger.used(own())).isEqualTo(REPORTED);
        assertThat(ledger.used("site")).isEqualTo(before + REPORTED);
        assertThat(ledger.reserved(own())).isZero();
    }

    @Test
    void whatIsNotReportedIsEstimated() {
        model.streams(token("Two of us."), "data: [DONE]\n\n");

        var usage = visitor.say(orla, MESSAGE, null).usage();

        assertThat(usage.promptTokens()).isPositive();
        assertThat(ledger.used(own())).isEqualTo(usage.promptTokens() + usage.completionTokens());
    }

    @Test
    void anAnswerThatIsStoppedIsPaidAsFarAsItCame() {
        model.streams(Flux.concat(Flux.just(token("One ")), Flux.never()));

        visitor.stream(orla, MESSAGE, null).takeUntil(event -> "token".equals(event.event())).blockLast();

        Awaitility.await("the end of the answer").until(() -> ledger.reserved(Ledger.personality(orla)) == 0);
        assertThat(ledger.used(Ledger.personality(orla))).isPositive();
    }

    @Test
    void aMessageThatIsTakenBackCostsNothing() {
        model.answers(400, Map.of(), "");

        visitor.tryToSay(orla, MESSAGE, null).expectStatus().isEqualTo(503);

        assertThat(ledger.used(Ledger.personality(orla))).isZero();
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
    }

    @Test
    void whoHasUsedUpTheirBudgetIsToldSoBeforeAnythingIsStored() {
        model.streams(token("Two of us."), end());
        var session = visitor.say(orla, MESSAGE, null).sessionId();
        ledger.spend(own(), limits.visitor());

        visitor.tryToSay(orla, "Still there?", session).expectStatus().isEqualTo(429).expectHeader()
                .value("Retry-After", seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 86_400L))
                .expectBody().jsonPath("$.type").isEqualTo("/problems/budget-exhausted").jsonPath("$.resetAt")
                .exists();

        assertThat(model.requests()).hasSize(1);
        assertThat(visitor.history(session).messages()).hasSize(3);
        assertThat(visitor.history(session).remaining()).isEqualTo(2);
        assertThat(visitor.history(session).answering()).isFalse();
    }

    @Test
    void noneTalksWhenTheSiteHasUsedUpItsBudget() {
        ledger.spend("site", limits.site());
        try {
            visitor.tryToSay(orla, MESSAGE, null).expectStatus().isEqualTo(429).expectBody().jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).startsWith("All personalities together"));
        } finally {
            ledger.spend("site", -limits.site());
        }
    }

    @Test
    void fromEightyPercentOnStreamAndReplySaySo() {
        model.streams(token("One."), end()).streams(token("Two."), end()).streams(token("Three."), end());
        var unwarned = visitor.say(orla, MESSAGE, null);
        ledger.spend(own(), limits.visitor() * 8 / 10);

        var budget = Objects.requireNonNull(visitor.say(orla, MESSAGE, null).budget());
        var opening = Talker.data(visitor.events(orla, MESSAGE, null).getFirst());

        assertThat(unwarned.budget()).isNull();
        assertThat(budget).extracting(BudgetUse::used, BudgetUse::limit)
                .containsExactly(limits.visitor() * 8 / 10 + REPORTED, limits.visitor());
        assertThat(budget.resetAt()).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
        assertThat(opening.at("/budget/used").asLong()).isEqualTo(budget.used() + REPORTED);
    }

    /** Signs of life, so that no deadline ends the answer. */
    private static Flux<String> thinkingUntil(Mono<String> end) {
        return Flux.interval(Duration.ofMillis(300)).map(_ -> ": thinking\n\n").takeUntilOther(end);
    }

    private HttpStatus status() {
        return HttpStatus.valueOf(Talker.visitor(client).tryToSay(orla, MESSAGE, null).expectBody()
                .returnResult().getStatus().value());
    }

    private String own() {
        return Owner.visitor(Objects.requireNonNull(visitor.cookie())).key();
    }
}
