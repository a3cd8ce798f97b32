package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

/** Finds personalities in every status, for admins. */
@Repository
class AdminListing {

    private static final String MATCHING = """
            FROM personality p LEFT JOIN personality_version v ON v.personality_id = p.id AND v.version = p.version
            WHERE p.status = ANY(:statuses)
              AND (:search = '' OR strpos(lower(unaccent(p.draft ->> 'name')), lower(unaccent(:search))) > 0
                   OR strpos(p.slug, lower(:search)) > 0)
            """;

    /** What to look for: one of the statuses, and the text in name or slug; an empty text is in all. */
    record Filter(List<Status> statuses, String search) {

        String[] codes() {
            return statuses.stream().map(Status::code).toArray(String[]::new);
        }
    }

    private final DatabaseClient database;

    AdminListing(DatabaseClient database) {
        this.database = database;
    }

    Mono<AdminPage> page(Filter filter, int limit, @Nullable String cursor) {
        var after = cursor == null ? null : Cursor.decode(cursor, filter.toString());
        return Mono.zip(items(filter, limit + 1, after), total(filter),
                (items, total) -> page(filter, limit, items, total));
    }

    private static AdminPage page(Filter filter, int limit, List<AdminPage.Item> items, long total) {
        if (items.size() <= limit) {
            return new AdminPage(items, total, null);
        }
        var last = items.get(limit - 1);
        var next = new Cursor(last.updatedAt().toString(), last.id()).encode(filter.toString());
        return new AdminPage(items.subList(0, limit), total, next);
    }

    private Mono<List<AdminPage.Item>> items(Filter filter, int limit, @Nullable Cursor after) {
        var select = database.sql("""
                SELECT p.id, p.status, p.revision, p.version, p.draft::text AS draft, p.created_at, p.updated_at,
                       p.draft::text IS DISTINCT FROM v.content::text AS changed
                """ + MATCHING + (after == null ? "" : "AND (p.updated_at, p.id) < (:key, :id)\n")
                + "ORDER BY p.updated_at DESC, p.id DESC LIMIT :limit")
                .bind("statuses", filter.codes()).bind("search", filter.search()).bind("limit", limit);
        return (after == null ? select : select.bind("key", time(after.key())).bind("id", after.id()))
                .map(AdminListing::item).all().collectList();
    }

    private Mono<Long> total(Filter filter) {
        return database.sql("SELECT count(*) " + MATCHING).bind("statuses", filter.codes())
                .bind("search", filter.search()).mapValue(Long.class).one();
    }

    private static AdminPage.Item item(Readable row) {
        var id = required(row, "id", UUID.class);
        var draft = Content.fromJson(required(row, "draft", String.class));
        return new AdminPage.Item(id, Status.of(required(row, "status", String.class)),
                required(row, "revision", Long.class), row.get("version", Integer.class),
                required(row, "changed", Boolean.class), draft.slug(), draft.name(), draft.tagline(), draft.category(),
                Avatar.of(draft.avatar(), id), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
    }

    private static Instant time(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("cursor", "must be the nextCursor of a page of this very list");
        }
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
