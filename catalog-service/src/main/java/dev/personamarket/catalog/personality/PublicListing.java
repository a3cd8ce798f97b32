package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.standing.Standings;
import reactor.core.publisher.Mono;

/** What the public sees: a row for each personality that is served, made of its version and of nothing else. */
@Repository
class PublicListing {

    private final DatabaseClient database;
    private final Standings standings;

    PublicListing(DatabaseClient database, Standings standings) {
        this.database = database;
        this.standings = standings;
    }

    /** Brings the listing up to date with these personalities as they are stored: there in its version, or not there. */
    Mono<Void> show(Collection<PersonalityId> personalities) {
        var ids = Columns.ids(personalities);
        return remove(ids).then(standings.begin(ids)).then(insert(ids));
    }

    private Mono<Void> remove(UUID[] ids) {
        return database.sql("DELETE FROM listing WHERE personality_id = ANY(:ids)").bind("ids", ids).then();
    }

    private Mono<Void> insert(UUID[] ids) {
        return database.sql("""
                INSERT INTO listing (personality_id, version, slug, name, name_key, tagline, category, tags, avatar,
                                     published_at, document, words)
                SELECT p.id, p.version, c.slug, c.name, lower(unaccent(c.name)), c.tagline,
                       p.published_category, c.tags, c.avatar,
                       (SELECT published_at FROM personality_version WHERE personality_id = p.id AND version = 1),
                       setweight(to_tsvector('marketplace', c.name), 'A')
                           || setweight(to_tsvector('marketplace', array_to_string(c.tags, ' ')), 'B')
                           || setweight(to_tsvector('marketplace', c.tagline), 'C')
                           || setweight(to_tsvector('marketplace', c.description), 'D'),
                       lower(unaccent(concat_ws(' ', c.name, array_to_string(c.tags, ' '), c.tagline)))
                FROM personality p
                JOIN personality_version v ON v.personality_id = p.id AND v.version = p.version
                CROSS JOIN json_to_record(v.content) AS c (slug text, name text, tagline text, description text,
                                                           tags text[], avatar text)
                WHERE p.id = ANY(:ids) AND p.status = 'published'
                """).bind("ids", ids).then();
    }
}
