package dev.personamarket.catalog.browsing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.paging.Cursor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** How PostgreSQL finds a page where there is much to look through. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingsSqlTests {

    private static final Filter EVERYTHING = new Filter("", List.of(), "");
    private static final Map<Sort, String> KEYS = Map.of(Sort.POPULAR, "250.35", Sort.NEWEST,
            "2026-03-02T09:00:00.412345Z", Sort.RATING, "3.6", Sort.NAME, "name 5000");

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private Market market;

    @BeforeAll
    void publishManyBehindEverybodysBack() {
        market.clear();
        Stream.of(
                """
                        INSERT INTO personality (id, slug, status, revision, version, draft, created_at, updated_at,
                                                 category, published_category, unpublished, name_key, words)
                        SELECT uuidv7(), 'nr-' || n, 'published', 1, 1, '{}', now(), now(), 'games', 'games', false, '', '' FROM generate_series(1, 10000) n
                        """,
                """
                        INSERT INTO personality_version SELECT id, 1, '{}',
                            'sha256:' || encode(sha256('{}'), 'hex'), now() FROM personality
                        """,
                """
                        INSERT INTO listing (personality_id, version, slug, name, name_key, tagline, category, tags,
                                             published_at, document, words)
                        SELECT id, 1, slug, slug, 'name ' || md5(slug), text, 'games', ARRAY[slug],
                               timestamptz '2026-03-01' + random() * interval '9 days',
                               to_tsvector('marketplace', text), text
                        FROM personality, LATERAL (SELECT string_agg(lower(encode(sha256((slug || n)::bytea), 'base64')), ' ')
                                                  FROM generate_series(1, 8) n)
                            AS words (text)
                        """,
                """
                        INSERT INTO standing (personality_id, deploy_count, rating_histogram)
                        SELECT id, 500 * random(), ARRAY[0, 0, 9 * random(), 9 * random(), 9 * random()]::int[]
                        FROM personality
                        """, "ANALYZE").forEach(sql -> database.sql(sql).then().block());
    }

    @AfterAll
    void cleanUp() {
        market.clear();
        database.sql("ANALYZE").then().block();
    }

    @ParameterizedTest
    @CsvSource({"POPULAR, standing_popularity", "NEWEST, listing_newest", "RATING, standing_rating",
            "NAME, listing_name"})
    void eachSortHasTheIndexThatServesItFromAnyCursorOn(Sort sort, String index) {
        var cursor = new Cursor(KEYS.getOrDefault(sort, ""), UUID.randomUUID());

        assertThat(plan(EVERYTHING, sort, null)).contains("Index Scan using " + index);
        assertThat(plan(EVERYTHING, sort, cursor))
                .containsPattern("Index Scan using %s on .*\\s+Index Cond: \\(ROW".formatted(index));
    }

    /** The planner takes comparing trigrams for cheap, so with as few rows as here it would rather read them all. */
    @Test
    void searchesHaveTheIndexesOfWordsAndOfTheirParts() {
        var plan = Flux.just("seqscan", "indexscan")
                .concatMap(way -> database.sql("SET LOCAL enable_%s = off".formatted(way)).then())
                .then(explain(new Filter("sherlok", List.of(), ""), Sort.NAME, null)).as(transactions::transactional);

        assertThat(plan.block()).contains("BitmapOr", "Bitmap Index Scan on listing_document",
                "Bitmap Index Scan on listing_words");
    }

    @Test
    void tagsHaveTheirIndex() {
        assertThat(plan(new Filter("", List.of(), "nr-17"), Sort.NAME, null)).contains("listing_tags");
    }

    private @Nullable String plan(Filter filter, Sort sort, @Nullable Cursor after) {
        return explain(filter, sort, after).block();
    }

    private Mono<String> explain(Filter filter, Sort sort, @Nullable Cursor after) {
        var statement = database.sql("EXPLAIN (COSTS OFF) " + Listings.sql(filter, sort, after))
                .bindValues(filter.parameters()).bind("limit", 24);
        var bound = after == null
                ? statement
                : statement.bind("key", sort.parse(after.key())).bind("id", after.id());
        return bound.mapValue(String.class).all().collect(Collectors.joining("\n"));
    }
}
