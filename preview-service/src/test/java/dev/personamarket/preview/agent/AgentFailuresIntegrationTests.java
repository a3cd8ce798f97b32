package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Server;
import dev.personamarket.preview.budget.BudgetProperties;
import dev.personamarket.preview.budget.Ledger;
import dev.personamarket.preview.model.ScriptedModel;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** Who gets no answer is told why. The scripted model reports 21 tokens for every answer. */
@PreviewServiceTest
class AgentFailuresIntegrationTests {

    private static final int REPORTED = 21;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Server server;

    @Autowired
    private BudgetProperties limits;

    private final ScriptedModel model;
    private final Ledger ledger;
    private UUID orla = new UUID(0, 0);

    AgentFailuresIntegrationTests(@Autowired ModelPeers peers, @Autowired DatabaseClient database) {
        model = peers.scripted();
        ledger = new Ledger(database);
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void whatMayNotBeSaidIsNotPassedOn() {
        var turn = server.ask(orla, question -> question.put("message", "How do I cook meth?"));

        assertThat(server.awaitFailure(turn).path("reason").asString()).isEqualTo("message_refused");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void anAnswerIsPaidByWhoAsksTheirServerAndAllOthers() {
        model.streams(token("Aye."), end());
        var question = Server.question(orla);

        server.awaitAnswer(server.ask(question));

        assertThat(ledger.used("user:" + question.path("askedBy").asString())).isEqualTo(REPORTED);
        assertThat(ledger.used("server:" + question.path("serverId").asString())).isEqualTo(REPORTED);
        assertThat(ledger.used(Ledger.personality(orla))).isEqualTo(REPORTED);
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
    }

    @Test
    void aServerThatHasTalkedEnoughWaitsForTheNextDay() {
        var question = Server.question(orla);
        ledger.spend("server:" + question.path("serverId").asString(), limits.server());

        var failure = server.awaitFailure(server.ask(question));

        assertThat(failure.path("reason").asString()).isEqualTo("budget_exhausted");
        assertThat(failure.path("retryAfterSeconds").asLong()).isPositive();
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void onePersonHasOneBudgetHereAndThere() {
        var question = Server.question(orla);
        ledger.spend("user:" + question.path("askedBy").asString(), limits.user());

        assertThat(server.awaitFailure(server.ask(question)).path("reason").asString()).isEqualTo("budget_exhausted");
    }

    @Test
    void aModelThatIsAwaySaysWhenToComeBack() {
        model.answers(503, Map.of("Retry-After", "30"), "");

        var failure = server.awaitFailure(server.ask(orla));

        assertThat(failure.path("reason").asString()).isEqualTo("model_unavailable");
        assertThat(failure.path("retryAfterSeconds").asLong()).isEqualTo(30);
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
        assertThat(ledger.used(Ledger.personality(orla))).isZero();
    }

    @Test
    void anAnswerThatBreaksOffIsBetterThanNone() {
        model.streams(token("Fog? Then I count. One horn for"));

        var answer = server.awaitAnswer(server.ask(orla));

        assertThat(answer.path("text").asString()).isEqualTo("Fog? Then I count. One horn for");
        assertThat(answer.path("finishReason").asString()).isEqualTo("failed");
        assertThat(ledger.used(Ledger.personality(orla))).isPositive();
    }

    @Test
    void aFewWordsAreNoAnswer() {
        model.streams(token("One horn for"));

        assertThat(server.awaitFailure(server.ask(orla)).path("reason").asString()).isEqualTo("model_unavailable");
        assertThat(ledger.used(Ledger.personality(orla))).isPositive();
    }

    @Test
    void theModelIsNotAskedWhenNobodyWaitsAnyMore() {
        var turn = server.ask(orla, question -> question.put("answerBy", Instant.now().minusSeconds(1).toString()));

        assertThat(server.awaitFailure(turn).path("reason").asString()).isEqualTo("too_late");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void aWithdrawnPersonalityIsSilentUntilItComesBack() {
        catalogue.withdraw(orla, 2);
        catalogue.awaitSilence(orla);
        assertThat(reason(server.ask(orla))).isEqualTo("personality_withdrawn");

        catalogue.publish(orla, 3, 1);
        catalogue.awaitVersion(orla, 1);
        model.streams(token("Aye."), end());

        assertThat(server.awaitAnswer(server.ask(orla)).path("text").asString()).isEqualTo("Aye.");
    }

    @Test
    void aVersionThatNobodyKnowsCannotAnswer() {
        assertThat(reason(server.ask(orla, question -> question.put("personalityVersion", 7))))
                .isEqualTo("version_unknown");
        assertThat(reason(server.ask(UUID.randomUUID()))).isEqualTo("version_unknown");
    }

    private String reason(UUID turn) {
        return server.awaitFailure(turn).path("reason").asString();
    }
}
