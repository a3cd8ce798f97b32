package dev.personamarket.catalog.category;

import java.util.List;
import java.util.Map;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.personality.Category;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements that change categories, and whatever stands on them. */
@Repository
class Shelving {

    private static final TypeReference<List<Shelf>> SHELVES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    Shelving(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Waits for whoever writes personalities, and keeps others from it until the end of the transaction. */
    Mono<Void> close() {
        return database.sql("LOCK TABLE category IN EXCLUSIVE MODE").then();
    }

    /** All of them in their order. */
    Mono<List<Shelf>> all() {
        return database.sql("""
                WITH counted AS (
                    SELECT status, CASE status WHEN 'published' THEN published_category ELSE category END AS shelf,
                           count(*) AS number
                    FROM personality GROUP BY 1, 2)
                SELECT coalesce(json_agg(json_build_object('slug', c.slug, 'name', c.name,
                    'aliases', (SELECT coalesce(json_agg(a.slug ORDER BY a.slug), '[]')
                                FROM category_alias a WHERE a.category = c.slug),
                    'counts', (SELECT json_object_agg(s.status, coalesce(n.number, 0) ORDER BY s.place)
                               FROM unnest(ARRAY['draft', 'published', 'archived', 'deleted'])
                                   WITH ORDINALITY AS s (status, place)
                               LEFT JOIN counted n ON n.shelf = c.slug AND n.status = s.status))
                    ORDER BY c.position), '[]')::text
                FROM category c
                """).mapValue(String.class).one()
                .map(text -> json.readValue(text, SHELVES));
    }

    Mono<List<String>> slugs() {
        return database.sql("SELECT slug FROM category ORDER BY position").mapValue(String.class).all().collectList();
    }

    Mono<Category> find(String slug) {
        return database.sql("SELECT slug, name FROM category WHERE slug = :slug").bind("slug", slug)
                .mapProperties(Category.class).one();
    }

    /** Whether a category is called so, or another than this was. */
    Mono<Boolean> isTaken(String slug, String exceptBy) {
        return database.sql("""
                SELECT EXISTS (SELECT FROM category WHERE slug = :slug AND slug <> :except)
                    OR EXISTS (SELECT FROM category_alias WHERE slug = :slug AND category <> :except)
                """).bind("slug", slug).bind("except", exceptBy).mapValue(Boolean.class).one();
    }

    Mono<Void> insert(Category category) {
        return database.sql("INSERT INTO category (slug, name) VALUES (:slug, :name)").bindProperties(category).then();
    }

    /** The old slug leads to the new one. What refers to it follows. */
    Mono<Void> rename(String slug, Category renamed) {
        return run("UPDATE category SET slug = :to, name = :name WHERE slug = :from",
                Map.of("from", slug, "to", renamed.slug(), "name", renamed.name()))
                .then(run("DELETE FROM category_alias WHERE slug = :to", Map.of("to", renamed.slug())))
                .then(slug.equals(renamed.slug()) ? Mono.empty() : alias(slug, renamed.slug()));
    }

    Mono<Void> order(List<String> slugs) {
        return database.sql("""
                UPDATE category c SET position = o.place
                FROM unnest(:slugs) WITH ORDINALITY AS o (slug, place) WHERE c.slug = o.slug
                """).bind("slugs", slugs.toArray(String[]::new)).then();
    }

    /** Everything of the one is of the other from now on. */
    Mono<Void> merge(String from, String into) {
        var both = Map.<String, Object>of("from", from, "into", into);
        return Flux.just("""
                UPDATE personality p SET category = CASE category WHEN :from THEN :into ELSE category END,
                    published_category = CASE published_category WHEN :from THEN :into ELSE published_category END
                WHERE category = :from OR published_category = :from
                """, "UPDATE listing SET category = :into WHERE category = :from",
                "UPDATE category_alias SET category = :into WHERE category = :from",
                "DELETE FROM category WHERE slug = :from")
                .concatMap(sql -> run(sql, sql.contains(":into") ? both : Map.of("from", from)))
                .then(alias(from, into)).then(settle(into));
    }

    /** Nothing is left to publish where moving to the other category was all that had been drafted. */
    private Mono<Void> settle(String category) {
        return run("""
                UPDATE personality p SET unpublished = false
                FROM personality_version v
                WHERE p.category = :category AND p.published_category = :category AND p.unpublished
                  AND v.personality_id = p.id AND v.version = p.version
                  AND p.draft::jsonb - 'category' = v.content::jsonb - 'category'
                """, Map.of("category", category));
    }

    Mono<Boolean> isEmpty(String slug) {
        return database.sql("""
                SELECT NOT EXISTS (SELECT FROM personality WHERE category = :slug OR published_category = :slug)
                """).bind("slug", slug).mapValue(Boolean.class).one();
    }

    Mono<Void> delete(String slug) {
        return run("DELETE FROM category WHERE slug = :slug", Map.of("slug", slug));
    }

    private Mono<Void> alias(String slug, String category) {
        return run("INSERT INTO category_alias (slug, category) VALUES (:slug, :category)",
                Map.of("slug", slug, "category", category));
    }

    private Mono<Void> run(String sql, Map<String, ?> parameters) {
        return database.sql(sql).bindValues(parameters).then();
    }
}
