package dev.personamarket.catalog.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.paging.Cursor;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.defaults.database.Column.required;

/** All that was ever changed. The database takes no entry back. */
@Repository
public class Trail {

    private static final TypeReference<List<Difference>> CHANGES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    Trail(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Adds them in their order, within the caller's transaction: neither is there without the other. */
    public Mono<Void> append(List<Entry> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        INSERT INTO audit (happened_at, actor_id, actor_name, action, personality_id, category, changes)
                        SELECT at, actor, name, action, personality, category, CAST(changes AS json)
                        FROM unnest(:times, :actors, :names, :actions, :personalities, :categories, :changes)
                            WITH ORDINALITY AS entry (at, actor, name, action, personality, category, changes, place)
                        ORDER BY place
                        """).bind("times", entries.stream().map(Entry::at).toArray(Instant[]::new))
                        .bind("actors", entries.stream().map(Entry::actorId).toArray(UUID[]::new))
                        .bind("names", entries.stream().map(Entry::actorName).toArray(String[]::new))
                        .bind("actions", entries.stream().map(entry -> entry.action().code()).toArray(String[]::new))
                        .bind("personalities", entries.stream().map(Entry::personalityId).toArray(UUID[]::new))
                        .bind("categories", entries.stream().map(Entry::category).toArray(String[]::new))
                        .bind("changes", entries.stream().map(entry -> json.writeValueAsString(entry.changes()))
                                .toArray(String[]::new))
                        .then();
    }

    /** The newest first. Fails with a 400 if the cursor is not of this list. */
    Mono<AuditPage> page(AuditFilter filter, int limit, @Nullable String cursor) {
        var after = cursor == null ? null : Cursor.decode(cursor, filter.toString());
        var select = database.sql("""
                SELECT id, happened_at, actor_id, actor_name, action, personality_id, category, changes::text AS changes
                FROM audit WHERE\s""" + filter.condition()
                + (after == null ? "" : " AND (happened_at, id) < (:key, :last)")
                + " ORDER BY happened_at DESC, id DESC LIMIT :limit").bindValues(filter.parameters())
                .bind("limit", limit + 1);
        return (after == null ? select : select.bind("key", after.time()).bind("last", after.id()))
                .map(this::item).all().collectList().map(items -> page(items, filter, limit));
    }

    private static AuditPage page(List<AuditPage.Item> items, AuditFilter filter, int limit) {
        if (items.size() <= limit) {
            return new AuditPage(items, null);
        }
        var last = items.get(limit - 1);
        return new AuditPage(items.subList(0, limit),
                new Cursor(last.at().toString(), last.id()).encode(filter.toString()));
    }

    private AuditPage.Item item(Readable row) {
        return new AuditPage.Item(required(row, "id", UUID.class), required(row, "happened_at", Instant.class),
                new AuditPage.By(row.get("actor_id", UUID.class), required(row, "actor_name", String.class)),
                Action.of(required(row, "action", String.class)), row.get("personality_id", UUID.class),
                row.get("category", String.class), json.readValue(required(row, "changes", String.class), CHANGES));
    }
}
