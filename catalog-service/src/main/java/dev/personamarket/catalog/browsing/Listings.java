package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.catalog.personality.Category;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The published personalities, found and sorted. A page is one statement, so all of it is of one moment. */
@Repository
class Listings {

    /** Where {@code matching}, {@code categories}, {@code after}, {@code order} and {@code key} come from the request. */
    private static final String PAGE = """
            SELECT json_build_object(
                'items', (
                    SELECT coalesce(json_agg(item), '[]') FROM (
                        SELECT l.personality_id AS id, l.slug, l.name, l.tagline, l.tags, l.avatar,
                               json_build_object('slug', c.slug, 'name', c.name) AS category,
                               json_build_object('average', s.rating_average, 'count', s.rating_count) AS rating,
                               s.deploy_count AS "deployCount", l.published_at AS "publishedAt", {key} AS key
                        FROM listing l JOIN standing s USING (personality_id) JOIN category c ON c.slug = l.category
                        WHERE {matching} AND {categories} AND {after}
                        ORDER BY {order} LIMIT :limit) item),
                'categories', (
                    SELECT coalesce(json_agg(facet), '[]') FROM (
                        SELECT c.slug, c.name, count(*)
                        FROM listing l JOIN category c ON c.slug = l.category
                        WHERE {matching}
                        GROUP BY c.slug ORDER BY c.position) facet))::text
            """;

    private record Found(List<Item> items, List<CategoryCount> categories) {}

    private record Item(UUID id, String slug, String name, String tagline, Category category, List<String> tags,
            @Nullable String avatar, Rating rating, int deployCount, Instant publishedAt, String key) {

        PersonalityCard card() {
            return new PersonalityCard(id, slug, name, tagline, category, tags, Avatar.of(avatar, id), rating,
                    deployCount, publishedAt);
        }
    }

    private final DatabaseClient database;
    private final JsonMapper json;

    Listings(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Fails with a 400 if the cursor is not of this list. */
    Mono<PersonalityPage> page(Filter filter, Sort sort, int limit, @Nullable String cursor) {
        var list = "%s %s".formatted(sort, filter);
        var after = cursor == null ? null : Cursor.decode(cursor, list);
        var statement = database.sql(sql(filter, sort, after)).bindValues(filter.parameters()).bind("limit", limit + 1);
        return (after == null ? statement : statement.bind("key", sort.parse(after.key())).bind("id", after.id()))
                .mapValue(String.class).one().map(text -> json.readValue(text, Found.class))
                .map(found -> page(found, filter, limit, list));
    }

    /** Every category, those without a personality too. */
    Mono<List<CategoryCount>> categories() {
        return database.sql("""
                SELECT c.slug, c.name, count(l.personality_id) AS count
                FROM category c LEFT JOIN listing l ON l.category = c.slug GROUP BY c.slug ORDER BY c.position
                """).mapProperties(CategoryCount.class).all().collectList();
    }

    static String sql(Filter filter, Sort sort, @Nullable Cursor after) {
        return PAGE.replace("{matching}", filter.condition()).replace("{categories}", filter.categoryCondition())
                .replace("{after}", after == null ? "TRUE" : sort.after()).replace("{order}", sort.order())
                .replace("{key}", sort.key());
    }

    private static PersonalityPage page(Found found, Filter filter, int limit, String list) {
        var items = found.items().stream().limit(limit).toList();
        var next = found.items().size() > limit
                ? new Cursor(items.getLast().key(), items.getLast().id()).encode(list)
                : null;
        var total = found.categories().stream().filter(filter::takes).mapToLong(CategoryCount::count).sum();
        return new PersonalityPage(items.stream().map(Item::card).toList(), total, next,
                new PersonalityPage.Facets(found.categories()));
    }
}
