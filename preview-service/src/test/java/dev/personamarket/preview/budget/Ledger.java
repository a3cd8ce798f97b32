package dev.personamarket.preview.budget;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;

/** Reads and writes today's figures, past the service. */
public final class Ledger {

    private final DatabaseClient database;

    public Ledger(DatabaseClient database) {
        this.database = database;
    }

    public static String personality(UUID id) {
        return Scope.personality(id).name();
    }

    /** Makes it so that the scope has used these tokens more. */
    public void spend(String scope, long tokens) {
        database.sql("""
                INSERT INTO budget (day, scope, used, reserved)
                VALUES ((now() AT TIME ZONE 'UTC')::date, :scope, :tokens, 0)
                ON CONFLICT (day, scope) DO UPDATE SET used = budget.used + excluded.used
                """).bind("scope", scope).bind("tokens", tokens).then().block();
    }

    public long used(String scope) {
        return figure("used", scope);
    }

    public long reserved(String scope) {
        return figure("reserved", scope);
    }

    private long figure(String column, String scope) {
        return database.sql("SELECT coalesce(sum(%s), 0)::bigint FROM budget WHERE scope = :scope".formatted(column))
                .bind("scope", scope).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
