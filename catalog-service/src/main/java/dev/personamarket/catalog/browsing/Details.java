package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.browsing.PersonalityDetail.RatingWithHistogram;
import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.PromptVisibility;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One published personality, as its version says, and how it stands. */
@Repository
class Details {

    /** The edition of what is made of all this: to be raised whenever equal versions are shown in another way. */
    private static final int EDITION = 1;

    /** Whatever is shown changes one of these; none of them is the content, which is long. */
    private static final String TAG = """
            md5(concat_ws(' ', %d, l.personality_id, l.version, s.rating_version, s.deployment_version, c.slug, c.name))"""
            .formatted(EDITION);

    private static final String DETAIL = """
            SELECT row_to_json(detail)::text FROM (
                SELECT l.personality_id AS id, l.version, v.content, v.content_hash AS "contentHash",
                       json_build_object('slug', c.slug, 'name', c.name) AS category,
                       l.published_at AS "publishedAt", v.published_at AS "updatedAt",
                       json_build_object('average', s.rating_average, 'count', s.rating_count,
                                         'histogram', s.rating_histogram) AS rating,
                       s.deploy_count AS "deployCount", {tag} AS tag
                FROM listing l JOIN personality_version v USING (personality_id, version)
                JOIN standing s USING (personality_id) JOIN category c ON c.slug = l.category
                WHERE {identity}) detail
            """.replace("{tag}", TAG);
    private static final String TAG_ALONE = """
            SELECT {tag} FROM listing l JOIN standing s USING (personality_id) JOIN category c ON c.slug = l.category
            WHERE {identity}
            """.replace("{tag}", TAG);

    private record Found(UUID id, int version, Content content, String contentHash, Category category,
            Instant publishedAt, Instant updatedAt, RatingWithHistogram rating, int deployCount, String tag) {

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
    Mono<Tagged<PersonalityDetail>> get(String idOrSlug) {
        return find(DETAIL, idOrSlug).switchIfEmpty(Mono.error(Identity::unknown))
                .map(text -> json.readValue(text, Found.class))
                .map(found -> new Tagged<>(quoted(found.tag()), found.detail()));
    }

    /** The tag that the detail would have, without reading it; nothing if there is none. */
    Mono<String> tag(String idOrSlug) {
        return find(TAG_ALONE, idOrSlug).map(Details::quoted);
    }

    private Mono<String> find(String sql, String idOrSlug) {
        var identity = Identity.of(idOrSlug);
        return identity.bind(database.sql(sql.replace("{identity}", identity.condition()))).mapValue(String.class)
                .one();
    }

    private static String quoted(String tag) {
        return "\"%s\"".formatted(tag);
    }
}
