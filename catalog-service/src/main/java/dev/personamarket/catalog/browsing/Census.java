package dev.personamarket.catalog.browsing;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts what matches. What is too much to be counted is estimated by a sample that has an index of its own, so that a
 * count never takes long.
 */
@Repository
class Census {

    static final int EXACT = 10_000;

    /** One of so many is in the sample, by the random end of its id. As the index says it, or that is not used. */
    private static final int SAMPLE = 32;
    private static final String SAMPLED = "get_byte(uuid_send(l.personality_id), 15) < 8";
    /** What a sample estimates as so much is more than {@link #EXACT}: of 10,000 it finds 313, and 400 are five sigma more. */
    private static final int SURELY_MORE = 400 * SAMPLE;

    private static final String SHELVES = """
            json_build_object('inCatalogue', (SELECT coalesce(sum(difference), 0) FROM category_tally),
                'estimate', {estimate}, 'counts', (SELECT coalesce(json_agg(facet), '[]') FROM (
                    SELECT c.slug, c.name, count.count, {chosen} AS chosen FROM category c
                    JOIN ({counts}) AS count (category, count) ON count.category = c.slug
                    WHERE count.count > 0 AND c.slug <> ALL({excluded}) ORDER BY c.position) AS facet))::text
            """.replace("{excluded}", Criteria.EXCLUDED);
    private static final String TALLY = "SELECT " + SHELVES.replace("{estimate}", "0").replace("{counts}",
            "SELECT category, sum(difference) FROM category_tally GROUP BY category");
    private static final String MATCHES = """
            WITH sample AS MATERIALIZED (
                SELECT l.category, count(*) * {sample} AS count FROM listing l
                WHERE {matching} AND {sampled} GROUP BY l.category)
            SELECT {shelves} FROM (SELECT coalesce(sum(count), 0) AS sum FROM sample) AS estimate
            """.replace("{sample}", String.valueOf(SAMPLE)).replace("{sampled}", SAMPLED)
            .replace("{shelves}", SHELVES).replace("{estimate}", "estimate.sum").replace("{counts}", """
                    SELECT category, count FROM sample WHERE estimate.sum >= {surely}
                    UNION ALL
                    SELECT category, count(*)
                    FROM (SELECT l.category FROM listing l WHERE {matching} LIMIT {some}) AS match
                    WHERE estimate.sum < {surely} GROUP BY category""")
            .replace("{surely}", String.valueOf(SURELY_MORE)).replace("{some}", String.valueOf(EXACT + 1));

    /** @param chosen whether it is one of the categories that are asked for */
    private record Count(String slug, String name, long count, boolean chosen) {

        Count times(double scale) {
            return new Count(slug, name, Math.round(count * scale), chosen);
        }
    }

    private record Row(long inCatalogue, long estimate, List<Count> counts) {

        Counts answer() {
            return sum() <= EXACT ? told(false) : scaled(Math.max(estimate, EXACT + 1)).told(true);
        }

        private long sum() {
            return counts.stream().mapToLong(Count::count).sum();
        }

        /** Those that were counted, taken for all. */
        private Row scaled(long all) {
            var scale = all / (double) sum();
            return new Row(inCatalogue, all, counts.stream().map(count -> count.times(scale)).toList());
        }

        private Counts told(boolean estimates) {
            var chosen = counts.stream().filter(Count::chosen).mapToLong(Count::count).sum();
            var facets = counts.stream().map(count -> new CategoryCount(count.slug(), count.name(), count.count()))
                    .toList();
            return new Counts(facets, chosen, estimates, inCatalogue);
        }
    }

    private final DatabaseClient database;
    private final JsonMapper json;

    Census(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Counts> count(Criteria criteria) {
        return criteria.filter().takesWholeCategories()
                ? row(TALLY, criteria).map(row -> row.told(false))
                : row(MATCHES.replace("{matching}", criteria.matching()), criteria).map(Row::answer)
                        .flatMap(counts -> isExactInChosen(counts, criteria.filter())
                                ? inChosen(criteria, counts)
                                : Mono.just(counts));
    }

    /** Of a few categories there may be few enough again to count them. */
    private static boolean isExactInChosen(Counts counts, Filter filter) {
        return counts.isEstimate() && !filter.categories().isEmpty() && counts.total() < SURELY_MORE;
    }

    /** Category by category, since an index takes one at a time. */
    private Mono<Counts> inChosen(Criteria criteria, Counts counts) {
        var sql = """
                SELECT count(*) FROM (
                    SELECT FROM unnest(%s) AS chosen (slug) CROSS JOIN LATERAL (
                        SELECT FROM listing l WHERE l.category = chosen.slug AND %s OFFSET 0) AS here
                    LIMIT %d) AS match
                """.formatted(Criteria.CHOSEN, criteria.matching(), EXACT + 1);
        return database.sql(sql).bindValues(criteria.parameters(sql)).mapValue(Long.class).one()
                .map(count -> count <= EXACT
                        ? new Counts(counts.categories(), count, false, counts.inCatalogue())
                        : counts);
    }

    private Mono<Row> row(String counts, Criteria criteria) {
        var sql = counts.replace("{chosen}",
                criteria.filter().categories().isEmpty() ? "TRUE" : "c.slug = ANY(%s)".formatted(Criteria.CHOSEN));
        return database.sql(sql).bindValues(criteria.parameters(sql)).mapValue(String.class).one()
                .map(text -> json.readValue(text, Row.class));
    }
}
