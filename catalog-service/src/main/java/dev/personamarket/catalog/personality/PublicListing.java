package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** What the public sees: a row for each personality that is served, made of its version and of nothing else. */
@Repository
class PublicListing {

    private final DatabaseClient database;

    PublicListing(DatabaseClient database) {
        this.database = database;
    }

    /** Brings the listing up to date with these personalities as they are stored: there in its version, or not there. */
    Mono<Void> show(Collection<PersonalityId> personalities) {
        var ids = Columns.ids(personalities);
        return remove(ids).then(insert(ids));
    }

    private Mono<Void> remove(UUID[] ids) {
        return database.sql("DELETE FROM listing WHERE personality_id = ANY(:ids)").bind("ids", ids).then();
    }

    /** Their words are known from then on, and a trigger sees that each has a standing. */
    private Mono<Void> insert(UUID[] ids) {
        return database.sql("""
                WITH shown AS MATERIALIZED (
                    SELECT p.id, p.version, p.published_category, v.content, s.title, s.heading, s.document,
                           s.traits, s.name_words, s.other_words
                    FROM personality p
                    JOIN personality_version v ON v.personality_id = p.id AND v.version = p.version
                    CROSS JOIN searchable(v.content) AS s
                    WHERE p.id = ANY(:ids) AND p.status = 'published'),
                listed AS (
                    INSERT INTO listing (personality_id, version, slug, name, name_key, tagline, category, tags, avatar,
                                         published_at, title, heading, document, traits)
                    SELECT id, version, c.slug, c.name, lower(unaccent(c.name)), c.tagline, published_category, c.tags,
                           c.avatar, (SELECT published_at FROM personality_version
                                      WHERE personality_id = id AND version = 1), title, heading, document, traits
                    FROM shown CROSS JOIN json_to_record(content) AS c (slug text, name text, tagline text,
                                                                        tags text[], avatar text))
                SELECT learn(ARRAY(SELECT unnest(name_words) FROM shown), ARRAY(SELECT unnest(other_words) FROM shown))
                """).bind("ids", ids).then();
    }
}
