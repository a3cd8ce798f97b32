package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.browsing.PersonalityDetail.RatingWithHistogram;
import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.PromptVisibility;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One published personality, as its version says, and how it stands. */
@Repository
class Details {

    private static final String DETAIL = """
            SELECT row_to_json(detail)::text FROM (
                SELECT l.personality_id AS id, l.version, v.content, v.content_hash AS "contentHash",
                       json_build_object('slug', c.slug, 'name', c.name) AS category,
                       l.published_at AS "publishedAt", v.published_at AS "updatedAt",
                       json_build_object('average', s.rating_average, 'count', s.rating_count,
                                         'histogram', s.rating_histogram) AS rating,
                       s.deploy_count AS "deployCount"
                FROM listing l JOIN personality_version v USING (personality_id, version)
                JOIN standing s USING (personality_id) JOIN category c ON c.slug = l.category
                WHERE %s) detail
            """;

    private record Found(UUID id, int version, Content content, String contentHash, Category category,
            Instant publishedAt, Instant updatedAt, RatingWithHistogram rating, int deployCount) {

        PersonalityDetail detail() {
            var open = content.promptVisibility() == PromptVisibility.OPEN;
            return new PersonalityDetail(id, content.slug(), content.name(), content.tagline(), content.description(),
                    category, content.tags(), Avatar.of(content.avatar(), id), content.traits(), content.greeting(),
                    content.sampleConversations(), content.promptVisibility(), open ? content.systemPrompt() : null,
                    open ? content.promptSections() : null, content.alternateGreetings(), content.attribution(), rating,
                    deployCount, version,
                    contentHash, publishedAt, updatedAt);
        }
    }

    private final DatabaseClient database;
    private final JsonMapper json;

    Details(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Fails with a 404 if nothing public has this id, or else this slug. */
    Mono<PersonalityDetail> get(String idOrSlug) {
        return find(idOrSlug).mapValue(String.class).one()
                .map(text -> json.readValue(text, Found.class).detail())
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                        "There is no such personality in the marketplace.")));
    }

    private DatabaseClient.GenericExecuteSpec find(String idOrSlug) {
        try {
            return database.sql(DETAIL.formatted("l.personality_id = :id")).bind("id", UUID.fromString(idOrSlug));
        } catch (IllegalArgumentException noId) {
            return database.sql(DETAIL.formatted("l.slug = :slug")).bind("slug", idOrSlug);
        }
    }
}
