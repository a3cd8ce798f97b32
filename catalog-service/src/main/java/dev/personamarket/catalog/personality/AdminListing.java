package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.paging.Cursor;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** Finds personalities in every status, for admins. */
@Repository
class AdminListing {

    /** @param nameKey the name as it is sorted */
    private record Found(AdminPage.Item item, String nameKey) {}

    private final DatabaseClient database;

    AdminListing(DatabaseClient database) {
        this.database = database;
    }

    /** Fails with a 400 if the cursor is not of this list. */
    Mono<AdminPage> page(AdminFilter filter, AdminSort sort, int limit, @Nullable String cursor) {
        var list = "%s %s".formatted(sort, filter);
        var after = cursor == null ? null : Cursor.decode(cursor, list);
        return Mono.zip(items(filter, sort, limit + 1, after), counts(filter),
                (found, counts) -> page(filter, sort, limit, found, counts));
    }

    private static AdminPage page(AdminFilter filter, AdminSort sort, int limit, List<Found> found,
            Map<String, Long> counts) {
        var items = found.stream().limit(limit).map(Found::item).toList();
        var facets = Arrays.stream(Status.values())
                .map(status -> new AdminPage.StatusCount(status, counts.getOrDefault(status.code(), 0L))).toList();
        var total = facets.stream().filter(facet -> filter.statuses().contains(facet.status()))
                .mapToLong(AdminPage.StatusCount::count).sum();
        var next = found.size() > limit ? cursor(filter, sort, found.get(limit - 1)) : null;
        return new AdminPage(items, total, next, new AdminPage.Facets(facets));
    }

    private static String cursor(AdminFilter filter, AdminSort sort, Found last) {
        return new Cursor(sort.key(last.item(), last.nameKey()), last.item().id())
                .encode("%s %s".formatted(sort, filter));
    }

    private Mono<List<Found>> items(AdminFilter filter, AdminSort sort, int limit, @Nullable Cursor after) {
        var select = database.sql(sql(filter, sort, after != null)).bindValues(filter.parameters())
                .bind("statuses", filter.codes()).bind("limit", limit);
        return (after == null ? select : select.bind("key", sort.key(after)).bind("id", after.id()))
                .map(AdminListing::found).all().collectList();
    }

    static String sql(AdminFilter filter, AdminSort sort, boolean later) {
        return """
                SELECT p.id, p.status, p.revision, p.version, p.unpublished, p.slug, p.draft ->> 'name' AS name,
                       p.draft ->> 'tagline' AS tagline, p.draft ->> 'avatar' AS avatar, c.slug AS category,
                       c.name AS category_name, p.creator_id, p.created_at, p.updated_at, p.name_key
                FROM personality p JOIN category c ON c.slug = p.category
                WHERE %s AND %s AND %s ORDER BY %s LIMIT :limit
                """.formatted(filter.condition(), filter.statusCondition(), later ? sort.after() : "TRUE",
                sort.order());
    }

    private Mono<Map<String, Long>> counts(AdminFilter filter) {
        return database.sql("SELECT p.status, count(*) AS count FROM personality p WHERE %s GROUP BY p.status"
                .formatted(filter.condition())).bindValues(filter.parameters())
                .map(row -> Map.entry(required(row, "status", String.class), required(row, "count", Long.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Found found(Readable row) {
        var id = required(row, "id", UUID.class);
        var category = new Category(required(row, "category", String.class),
                required(row, "category_name", String.class));
        return new Found(new AdminPage.Item(id, Status.of(required(row, "status", String.class)),
                required(row, "revision", Long.class), row.get("version", Integer.class),
                required(row, "unpublished", Boolean.class), required(row, "slug", String.class),
                required(row, "name", String.class), required(row, "tagline", String.class), category,
                Avatar.of(row.get("avatar", String.class), id), row.get("creator_id", UUID.class),
                required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class)),
                required(row, "name_key", String.class));
    }
}
