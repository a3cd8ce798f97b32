package dev.personamarket.catalog.browsing;

import java.util.HashSet;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.browsing.Meaning.Term;

import static org.assertj.core.api.Assertions.assertThat;

/** How PostgreSQL finds a page where there is much to look through. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingsSqlTests {

    private static final int COUNT = 12_000;
    private static final Criteria EVERYTHING = new Criteria(filter("", List.of()), Meaning.NOTHING);
    private static final Map<Sort, Object> KEYS = Map.of(Sort.POPULAR, Sort.POPULAR.parse("23.35"), Sort.NEWEST,
            Sort.NEWEST.parse("2026-03-02T09:00:00.412345Z"), Sort.RATING, 3.6, Sort.NAME, "name 5000");

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private Market market;

    /** Every tenth is calm, every thousandth a falconer; two of three are games, and all have to do with a lamp. */
    @BeforeAll
    void publishManyBehindEverybodysBack() {
        market.clear();
        Stream.of("""
                INSERT INTO personality (id, slug, status, revision, version, draft, created_at, updated_at,
                                         category, published_category, unpublished, name_key, words)
                SELECT uuidv7(), 'nr-' || n, 'published', 1, 1, json_build_object(
                           'name', CASE WHEN n %% 1000 = 0 THEN 'Falconer ' ELSE 'Somebody ' END || n,
                           'tagline', CASE WHEN n %% 10 = 0 THEN 'Calm' ELSE 'Loud' END,
                           'description', 'Carries a lamp ' || md5(n::text), 'tags', json_build_array('nr-' || n),
                           'traits', json_build_array()), now(), now(), 'games', 'games', false, '', ''
                FROM generate_series(1, %d) n
                """.formatted(COUNT), """
                INSERT INTO personality_version (personality_id, version, content, content_hash, published_at)
                SELECT id, 1, draft, 'sha256:' || encode(sha256(convert_to(draft::text, 'UTF8')), 'hex'), now()
                FROM personality
                """, """
                INSERT INTO listing (personality_id, version, slug, name, name_key, tagline, category, tags,
                                     published_at, title, heading, document, traits)
                SELECT id, 1, slug, draft ->> 'name', 'name ' || md5(slug), draft ->> 'tagline',
                       CASE WHEN substr(slug, 4)::int % 3 = 0 THEN 'kitchen' ELSE 'games' END, ARRAY[slug],
                       timestamptz '2026-03-01' + random() * interval '9 days', to_tsvector('simple', draft ->> 'name'),
                       to_tsvector('simple', concat(draft ->> 'name', ' ', draft ->> 'tagline')),
                       to_tsvector('simple', concat_ws(' ', draft ->> 'name', draft ->> 'tagline',
                                                       draft ->> 'description')), '{}'
                FROM personality
                """, """
                UPDATE standing SET heat = 20 + 10 * random(),
                    rating_histogram = ARRAY[0, 0, 9 * random(), 9 * random(), 9 * random()]::int[]
                """, "ANALYZE").forEach(sql -> database.sql(sql).then().block());
    }

    @AfterAll
    void cleanUp() {
        market.clear();
        database.sql("ANALYZE").then().block();
    }

    @ParameterizedTest
    @CsvSource({"POPULAR, standing_popularity, standing_category_popularity",
            "NEWEST, listing_newest, listing_category_newest", "RATING, standing_rating, standing_category_rating",
            "NAME, listing_name, listing_category_name"})
    void eachSortHasTheIndexesThatServeItFromAnyCursorOn(Sort sort, String index, String categoryIndex) {
        var place = new Place(0, KEYS.getOrDefault(sort, ""), UUID.randomUUID());
        var games = new Criteria(filter("", List.of("games", "kitchen")), Meaning.NOTHING);

        assertThat(plan(EVERYTHING, sort, null)).containsPattern("Index (Only )?Scan using " + index + " ");
        assertThat(plan(EVERYTHING, sort, place))
                .containsPattern("Index (Only )?Scan using %s on .*\\s+Index Cond: \\(ROW".formatted(index));
        assertThat(plan(games, sort, place)).containsPattern(
                "Index (Only )?Scan using %s on .*\\s+Index Cond: \\(\\(category = .* ROW".formatted(categoryIndex));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void fewAreGatheredByTheIndexOfTheirWords(Sort sort) {
        assertThat(explain(Pages.gathered(search("falconer"), sort, null), search("falconer"), null))
                .contains("Bitmap Index Scan on listing_matching");
    }

    @ParameterizedTest
    @EnumSource(value = Sort.class, names = "RELEVANCE", mode = EnumSource.Mode.EXCLUDE)
    void manyAreMetAlongTheIndexOfTheSort(Sort sort) {
        assertThat(plan(search("lamp"), sort, null)).doesNotContain("Bitmap", "Sort Key: standing",
                "Seq Scan on listing");
    }

    @Test
    void tagsHaveTheirIndex() {
        var tagged = new Criteria(new Filter("", List.of(), List.of(), List.of("nr-17")), Meaning.NOTHING);

        assertThat(explain(Pages.gathered(tagged, Sort.NAME, null), tagged, null)).contains("listing_matching");
    }

    @Test
    void countsExactlyUpToTenThousandAndThenTellsThatItEstimates() {
        var calm = market.see("/personalities?search=calm&limit=1");
        var lamp = market.see("/personalities?search=lamp&limit=1");
        var lampInKitchen = market.see("/personalities?search=lamp&limit=1&category=kitchen");
        var all = market.see("/personalities?limit=1");

        assertThat(calm.path("total").asLong()).isEqualTo(COUNT / 10);
        assertThat(calm.path("totalIsEstimate").asBoolean()).isFalse();
        assertThat(lamp.path("total").asLong()).isBetween(10_001L, COUNT * 13L / 10);
        assertThat(lamp.path("totalIsEstimate").asBoolean()).isTrue();
        assertThat(lampInKitchen.path("total").asLong()).isEqualTo(COUNT / 3);
        assertThat(lampInKitchen.path("totalIsEstimate").asBoolean()).isFalse();
        assertThat(all.path("total").asLong()).isEqualTo(COUNT);
        assertThat(all.path("totalIsEstimate").asBoolean()).isFalse();
    }

    /** However many match, gathered or walked: the pages go on where the last one ended. */
    @ParameterizedTest
    @CsvSource({"lamp, relevance", "lamp, popular", "calm, relevance", "calm, name", "somebody, newest",
            "falconer lamp, relevance", "so, relevance"})
    void pagesThroughManyMatchesWithoutRepeatingAny(String search, String sort) {
        var seen = new HashSet<String>();
        var cursor = "";
        for (var page = 0; page < 5; page++) {
            var answer = market.see("/personalities?limit=100&search={search}&sort={sort}"
                    + (page == 0 ? "" : "&cursor={cursor}"), search, sort, cursor);
            Market.slugs(answer).forEach(slug -> assertThat(seen.add(slug)).as("%s again", slug).isTrue());
            cursor = answer.path("nextCursor").asString("");
            if (cursor.isEmpty()) {
                break;
            }
        }
        assertThat(seen).hasSize("falconer lamp".equals(search) ? COUNT / 1000 : 500);
    }

    @Test
    void namesComeFirstAmongMany() {
        database.sql("UPDATE listing SET title = to_tsvector('simple', 'lamp lady') WHERE slug = 'nr-4711'").then()
                .block();

        assertThat(market.find("search=lamp&limit=3")).startsWith("nr-4711");
    }

    private static Filter filter(String search, List<String> categories) {
        return new Filter(search, categories, List.of(), List.of());
    }

    private static Criteria search(String word) {
        return new Criteria(filter(word, List.of()), new Meaning(List.of(new Term(List.of(word), word, false)), false));
    }

    private String plan(Criteria criteria, Sort sort, @Nullable Place after) {
        return explain(Pages.walked(criteria, sort, after), criteria, after);
    }

    /** With as few rows as here, PostgreSQL would rather read all of them than look for words. */
    private String explain(String sql, Criteria criteria, @Nullable Place after) {
        var statement = database.sql("EXPLAIN (COSTS OFF) " + sql).bindValues(criteria.parameters(sql)).bind("limit",
                24);
        var bound = after == null ? statement : statement.bind("key", after.key()).bind("id", after.id());
        return database.sql("SET LOCAL enable_seqscan = " + (sql.contains("WITH found") ? "off" : "on")).then()
                .then(bound.mapValue(String.class).all().collect(Collectors.joining("\n")))
                .as(transactions::transactional).blockOptional().orElseThrow();
    }
}
