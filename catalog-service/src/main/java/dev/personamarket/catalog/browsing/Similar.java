package dev.personamarket.catalog.browsing;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is like another one: by its tags above all, then by its traits and its category. */
@Repository
class Similar {

    /** A few hundred are looked at, whatever the catalogue's size: some for each tag, and the shelf's most popular. */
    private static final String SIMILAR = """
            WITH self AS MATERIALIZED (
                SELECT personality_id, tags, traits, category FROM listing l WHERE {identity}),
            candidate AS MATERIALIZED (
                SELECT near.personality_id FROM self, unnest(self.tags) AS own (tag), LATERAL (
                    SELECT l.personality_id FROM listing l WHERE l.tags @> ARRAY[own.tag] LIMIT 50) AS near
                UNION
                SELECT near.personality_id FROM self, LATERAL (
                    SELECT s.personality_id FROM standing s WHERE s.category = self.category
                    ORDER BY s.popularity DESC, s.personality_id DESC LIMIT 50) AS near),
            page AS MATERIALIZED (
                SELECT l.personality_id, s.popularity, likeness.value AS likeness
                FROM candidate JOIN listing l USING (personality_id)
                JOIN standing s ON s.personality_id = l.personality_id CROSS JOIN self AS own CROSS JOIN LATERAL (
                    SELECT 3 * cardinality(ARRAY(SELECT unnest(l.tags) INTERSECT SELECT unnest(own.tags)))
                         + cardinality(ARRAY(SELECT unnest(l.traits) INTERSECT SELECT unnest(own.traits)))
                         + CASE WHEN l.category = own.category THEN 2 ELSE 0 END) AS likeness (value)
                WHERE l.personality_id <> own.personality_id
                ORDER BY likeness.value DESC, s.popularity DESC, l.personality_id DESC LIMIT :limit)
            SELECT (SELECT coalesce(json_agg(card), '[]') FROM (
                SELECT {card}, 0 AS tier, '' AS key
                FROM page JOIN listing l USING (personality_id) JOIN standing s USING (personality_id)
                JOIN category c ON c.slug = l.category
                ORDER BY page.likeness DESC, page.popularity DESC, l.personality_id DESC) AS card)::text
            FROM self
            """.replace("{card}", Found.COLUMNS);

    private final DatabaseClient database;
    private final JsonMapper json;

    Similar(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The most similar first. Fails with a 404 if nothing public has this id, or else this slug. */
    Mono<SimilarPersonalities> to(String idOrSlug, int limit) {
        var identity = Identity.of(idOrSlug);
        return identity.bind(database.sql(SIMILAR.replace("{identity}", identity.condition()))).bind("limit", limit)
                .mapValue(String.class).one().switchIfEmpty(Mono.error(Identity::unknown))
                .map(text -> json.readValue(text, new TypeReference<List<Found>>() {}))
                .map(found -> new SimilarPersonalities(found.stream().map(Found::card).toList()));
    }
}
