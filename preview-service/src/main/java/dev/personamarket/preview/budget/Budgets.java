package dev.personamarket.preview.budget;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.model.ModelProperties;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is used of each day's tokens, and what the answers under way may still take.
 *
 * <p>The rule: an answer may begin while what is used and what is reserved for others are together below the limit. It
 * then reserves the most that it can take, so the total is never more than that one answer over the limit, however many
 * come at once and to whichever instance. Who talks alone can use the budget to its last token; only when several talk
 * at once near its end are some told to wait a moment, although the answers under way may leave something.
 *
 * <p>{@code preview.budget.refused} counts the answers that did not begin, by the {@code scope} whose budget had no room.
 */
@Repository
public class Budgets {

    /** Beyond the time that an answer has, before its reservation counts as left behind. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What was used counts even if the reservation has expired and was given back meanwhile. */
    private static final String SETTLE = """
            WITH reservation AS (
                DELETE FROM budget_reservation WHERE id = :id RETURNING tokens
            )
            INSERT INTO budget (day, scope, used, reserved)
            SELECT :day, scope, :used, -coalesce((SELECT tokens FROM reservation), 0)
            FROM unnest(:scopes) WITH ORDINALITY AS each (scope, place) ORDER BY place
            ON CONFLICT (day, scope) DO UPDATE SET used = budget.used + excluded.used,
                reserved = budget.reserved + excluded.reserved
            """;

    private static final String GIVE_BACK = """
            WITH reservation AS (
                DELETE FROM budget_reservation WHERE id = (
                    SELECT id FROM budget_reservation WHERE expires_at < now() ORDER BY expires_at
                    LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING day, scopes, tokens
            )
            INSERT INTO budget (day, scope, used, reserved)
            SELECT day, scope, 0, -tokens FROM reservation, unnest(scopes) WITH ORDINALITY AS each (scope, place)
            ORDER BY place
            ON CONFLICT (day, scope) DO UPDATE SET reserved = budget.reserved + excluded.reserved
            """;

    private final DatabaseClient database;
    private final BudgetProperties limits;
    private final ModelProperties model;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Budgets(DatabaseClient database, BudgetProperties limits, ModelProperties model, JsonMapper json,
            MeterRegistry meters) {
        this.database = database;
        this.limits = limits;
        this.model = model;
        this.json = json;
        this.meters = meters;
    }

    /**
     * The most that an answer can take: the prompt, and an answer of the greatest length.
     *
     * @param asking whose it is that somebody talks: their own first, then what they share with others
     */
    public Claim claim(List<Scope> asking, UUID personality, Prompt prompt) {
        var payers = Stream.concat(asking.stream(), Stream.of(Scope.personality(personality), Scope.SITE)).toList();
        return new Claim(UuidCreator.getTimeOrderedEpoch(), payers, limits, prompt.tokens() + model.maxTokens(),
                model.totalDeadline().plus(GRACE).toMillis() / 1_000.0, json,
                this::refused);
    }

    /**
     * Reserves the most that an answer can take, see {@link #claim}. Fails with a {@link Problem} (429) when a budget has
     * no room.
     */
    public Mono<Reservation> reserve(List<Scope> asking, UUID personality, Prompt prompt) {
        var claim = claim(asking, personality, prompt);
        return claim.bind(database.sql("SELECT " + Claim.COLUMNS)).map(claim::reservation).one()
                .onErrorMap(claim::explained);
    }

    /** Puts what was really used in the place of the reservation. */
    public Mono<Void> settle(Reservation reservation, Usage used) {
        return database.sql(SETTLE).bind("id", reservation.id()).bind("day", reservation.day())
                .bind("used", used.total())
                .bind("scopes", reservation.scopes().toArray(String[]::new)).then();
    }

    /** Gives back what was reserved for answers whose instance died; one at a time, in the order of the scopes. */
    Mono<Void> giveBack() {
        return database.sql(GIVE_BACK).fetch().rowsUpdated().repeat().takeWhile(rows -> rows > 0).then();
    }

    /** Deletes the figures of days long gone. */
    Mono<Long> forget() {
        return database.sql("DELETE FROM budget WHERE day < (now() AT TIME ZONE 'UTC')::date - :days")
                .bind("days", Math.toIntExact(limits.kept().toDays())).fetch().rowsUpdated();
    }

    private void refused(Scope payer) {
        meters.counter("preview.budget.refused", "scope", payer.kind().label()).increment();
    }

    /** Tokens that the whole site has used today. */
    Mono<Long> usedBySite() {
        return database.sql("SELECT used FROM budget WHERE day = (now() AT TIME ZONE 'UTC')::date AND scope = :scope")
                .bind("scope", Scope.SITE.name()).mapValue(Long.class).one().defaultIfEmpty(0L);
    }
}
