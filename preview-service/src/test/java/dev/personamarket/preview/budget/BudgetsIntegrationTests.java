package dev.personamarket.preview.budget;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.model.ModelProperties;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@PreviewServiceTest
class BudgetsIntegrationTests {

    private static final Prompt PROMPT = new Prompt(List.of(ChatMessage.user("Hello!")), "sha256:0",
            Generation.USUAL);
    private static final int ANSWERS = 10;

    private final DatabaseClient database;
    private final ModelProperties model;
    private final Ledger ledger;
    private final long answer;
    private final long limit;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Scope ada = Scope.user(UUID.randomUUID());
    private final UUID orla = UUID.randomUUID();

    BudgetsIntegrationTests(@Autowired DatabaseClient database, @Autowired ModelProperties model) {
        this.database = database;
        this.model = model;
        this.ledger = new Ledger(database);
        this.answer = PROMPT.tokens() + model.maxTokens();
        this.limit = ANSWERS * answer;
    }

    @Test
    void fiftyAtOnceGetWhatIsThereFromWhicheverInstance() {
        var instances = List.of(forUsers(limit), forUsers(limit));

        var accepted = Flux.range(0, 50).flatMap(
                i -> reserve(instances.get(i % 2)).onErrorResume(Problem.class, _ -> Mono.empty()), 50).collectList()
                .blockOptional().orElseThrow();

        assertThat(accepted).hasSize(ANSWERS);
        assertThat(ledger.reserved(ada.name())).isEqualTo(limit);
        assertThat(ledger.reserved(Ledger.personality(orla))).isEqualTo(limit);
    }

    @Test
    void fiftyThatEndAtOnceAreNeverMoreThanOneAnswerOverTheLimit() {
        var budgets = forUsers(limit - 1);

        Flux.range(0, 50).flatMap(_ -> reserve(budgets).delayUntil(taken -> settle(budgets, taken, 100))
                .onErrorResume(Problem.class, _ -> Mono.empty()), 50).blockLast();
        while (reserve(budgets).delayUntil(taken -> settle(budgets, taken, 100)).onErrorComplete().block() != null) {
            assertThat(ledger.reserved(ada.name())).isZero();
        }

        assertThat(ledger.used(ada.name())).isBetween(limit - 1, limit - 1 + 100);
    }

    @Test
    void whoTalksAloneUsesABudgetToItsLastToken() {
        ledger.spend(ada.name(), limit - 1);

        assertThat(reserve(forUsers(limit)).block()).isNotNull();
    }

    @Test
    void aBudgetThatIsUsedUpComesBackAtMidnight() {
        ledger.spend(ada.name(), limit);

        StepVerifier.create(reserve(forUsers(limit))).expectErrorSatisfies(error -> {
            assertThat(retryAfter(error)).isGreaterThan(Duration.ZERO).isLessThanOrEqualTo(Duration.ofDays(1));
            assertThat(((Problem) error).getBody().getDetail()).startsWith("You").contains("midnight");
        }).verify();
        assertThat(ledger.reserved(ada.name())).isZero();
        assertThat(ledger.reserved(Ledger.personality(orla))).isZero();
    }

    @Test
    void aBudgetThatIsOnlyReservedMayComeBackInAMoment() {
        ledger.spend(ada.name(), limit - 1);
        var budgets = forUsers(limit);
        var taken = Objects.requireNonNull(reserve(budgets).block());

        StepVerifier.create(reserve(budgets)).expectErrorSatisfies(error -> assertThat(retryAfter(error))
                .isEqualTo(Duration.ofSeconds(5))).verify();

        settle(budgets, taken, 0).block();
        assertThat(reserve(budgets).block()).isNotNull();
    }

    @Test
    void itIsSaidWhoseBudgetIsUsedUp() {
        ledger.spend(Ledger.personality(orla), limit);

        StepVerifier.create(reserve(budgets(0, limit))).expectErrorSatisfies(error -> assertThat(
                ((Problem) error).getBody().getDetail()).startsWith("This personality")).verify();
    }

    @Test
    void whatAServerHasIsSharedByAllWhoAskThere() {
        var harbour = Scope.server("1204857394065592341");
        var budgets = new Budgets(database, new BudgetProperties(0, 0, limit, 0, 0, Duration.ofDays(7)), model,
                new JsonMapper(), meters);
        ledger.spend(harbour.name(), limit - 1);

        var last = Objects.requireNonNull(budgets.reserve(List.of(ada, harbour), orla, PROMPT).block());
        StepVerifier.create(budgets.reserve(List.of(Scope.user(UUID.randomUUID()), harbour), orla, PROMPT))
                .expectErrorSatisfies(error -> assertThat(((Problem) error).getBody().getDetail())
                        .startsWith("All on this server"))
                .verify();

        settle(budgets, last, 7).block();
        assertThat(ledger.used(harbour.name())).isEqualTo(limit + 6);
        assertThat(ledger.used(ada.name())).isEqualTo(7);
        assertThat(meters.get("preview.budget.refused").tag("scope", "server").counter().count()).isEqualTo(1);
    }

    @Test
    void noLimitIsNoLimitAndIsCountedAllTheSame() {
        var budgets = budgets(0, 0);
        ledger.spend(ada.name(), 1_000_000_000_000L);

        settle(budgets, Objects.requireNonNull(reserve(budgets).block()), 7).block();

        assertThat(ledger.used(ada.name())).isEqualTo(1_000_000_000_007L);
        assertThat(ledger.used(Ledger.personality(orla))).isEqualTo(7);
    }

    @Test
    void fromEightyPercentOnTheCallerIsWarned() {
        ledger.spend(ada.name(), 799);
        assertThat(warning(forUsers(1_000))).isNull();

        ledger.spend(ada.name(), 1);

        assertThat(Objects.requireNonNull(warning(forUsers(1_000))).used()).isEqualTo(800);
    }

    @Test
    void whatADeadInstanceReservedIsGivenBackWhenItExpires() {
        var budgets = forUsers(limit);
        var left = Objects.requireNonNull(reserve(budgets).block());
        var underWay = Objects.requireNonNull(reserve(budgets).block());
        expire(left);

        budgets.giveBack().block();

        assertThat(ledger.reserved(ada.name())).isEqualTo(answer);
        settle(budgets, underWay, 3).block();
        settle(budgets, left, 4).block();
        assertThat(ledger.reserved(ada.name())).isZero();
        assertThat(ledger.used(ada.name())).isEqualTo(7);
    }

    @Test
    void oldDaysAreForgotten() {
        ledger.spend(ada.name(), 5);
        database.sql("UPDATE budget SET day = day - 8 WHERE scope = :scope").bind("scope", ada.name()).then().block();
        ledger.spend(ada.name(), 6);

        forUsers(limit).forget().block();

        assertThat(ledger.used(ada.name())).isEqualTo(6);
    }

    @Test
    void theSitesFiguresAreReported() {
        var metrics = new BudgetMetrics(forUsers(limit), new BudgetProperties(0, 0, 0, 0, 1_000, Duration.ofDays(7)));
        metrics.bindTo(meters);
        ledger.spend("site", 12);

        metrics.read().block();

        assertThat(meters.get("preview.budget.used").tag("scope", "site").gauge().value())
                .isEqualTo(ledger.used("site"));
        assertThat(meters.get("preview.budget.limit").tag("scope", "site").gauge().value()).isEqualTo(1_000);
    }

    private Mono<Reservation> reserve(Budgets budgets) {
        return budgets.reserve(List.of(ada), orla, PROMPT);
    }

    private static Mono<Void> settle(Budgets budgets, Reservation taken, int tokens) {
        return budgets.settle(taken, new Usage(tokens, 0));
    }

    private @Nullable BudgetUse warning(Budgets budgets) {
        var taken = Objects.requireNonNull(reserve(budgets).block());
        settle(budgets, taken, 0).block();
        return taken.warning();
    }

    private void expire(Reservation reservation) {
        database.sql("UPDATE budget_reservation SET expires_at = now() - INTERVAL '1 second' WHERE id = :id")
                .bind("id", reservation.id()).then().block();
    }

    private static Duration retryAfter(Throwable error) {
        return Duration.ofSeconds(Long.parseLong(
                Objects.requireNonNull(((Problem) error).getHeaders().getFirst("Retry-After"))));
    }

    private Budgets forUsers(long user) {
        return budgets(user, 0);
    }

    /** An instance with these limits, the site's none. */
    private Budgets budgets(long user, long personality) {
        return new Budgets(database, new BudgetProperties(0, user, 0, personality, 0, Duration.ofDays(7)), model,
                new JsonMapper(), meters);
    }
}
