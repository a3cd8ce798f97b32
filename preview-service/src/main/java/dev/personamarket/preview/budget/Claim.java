package dev.personamarket.preview.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Readable;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.defaults.database.Column.required;

/**
 * The most tokens that an answer can take, to be reserved by a statement that does something else as well: select
 * {@link #COLUMNS} in it, {@link #bind} it, read its row by {@link #reservation} and its failure by {@link #explained}.
 * Without room the whole statement has no effect.
 */
public final class Claim {

    /** Computed once for each row that the statement selects, so it must select one. */
    public static final String COLUMNS = """
            reserve_tokens(:reservation, :payers, :limits, :tokens, :seconds) AS used, \
            (now() AT TIME ZONE 'UTC')::date AS day""";

    private final UUID id;
    private final List<Scope> payers;
    private final List<Long> limits;
    private final long tokens;
    private final double seconds;
    private final JsonMapper json;
    private final Consumer<Scope> refused;

    /** @param refused hears whose budget has no room */
    Claim(UUID id, List<Scope> payers, BudgetProperties limits, long tokens, double seconds, JsonMapper json,
            Consumer<Scope> refused) {
        this.id = id;
        this.payers = payers;
        this.limits = payers.stream().map(payer -> limits.limit(payer.kind())).toList();
        this.tokens = tokens;
        this.seconds = seconds;
        this.json = json;
        this.refused = refused;
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bind("reservation", id).bind("payers", names().toArray(String[]::new))
                .bind("limits", limits.toArray(Long[]::new)).bind("tokens", tokens).bind("seconds", seconds);
    }

    public Reservation reservation(Readable row) {
        var day = required(row, "day", LocalDate.class);
        var own = new BudgetUse(required(row, "used", Long.class), limits.getFirst(), Balance.nextAfter(day));
        return new Reservation(id, day, names(), own.isWorthAWarning() ? own : null);
    }

    /** A {@link Problem} (429) when it is that a budget has no room; any other failure as it is. */
    public Throwable explained(Throwable failure) {
        if (failure instanceof DataIntegrityViolationException
                && failure.getCause() instanceof PostgresqlException cause
                && "room_in_budget".equals(cause.getErrorDetails().getConstraintName().orElse(""))) {
            var balance = json.readValue(cause.getErrorDetails().getDetail().orElseThrow(), Balance.class);
            refused.accept(payers.get(balance.payer()));
            return balance.exhausted(payers.get(balance.payer()).kind(), limits.get(balance.payer()));
        }
        return failure;
    }

    private List<String> names() {
        return payers.stream().map(Scope::name).toList();
    }
}
