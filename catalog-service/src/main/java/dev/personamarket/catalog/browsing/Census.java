package dev.personamarket.catalog.browsing;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Counts what matches; beyond a limit it estimates, so that a count never takes long. */
@Repository
class Census {

    static final int EXACT = 10_000;

    private static final String SHELVES = """
            SELECT json_build_object('inCatalogue', (SELECT coalesce(sum(difference), 0) FROM category_tally),
                'counts', (SELECT coalesce(json_agg(facet), '[]') FROM (
                    SELECT c.slug, c.name, count.count, {chosen} AS chosen FROM category c
                    JOIN ({counts}) AS count (category, count) ON count.category = c.slug
                    WHERE count.count > 0 AND c.slug <> ALL({excluded}) ORDER BY c.position) AS facet))::text
            """.replace("{excluded}", Criteria.EXCLUDED);
    private static final String TALLY = SHELVES.replace("{counts}",
            "SELECT category, sum(difference) FROM category_tally GROUP BY category");
    private static final String MATCHES = SHELVES.replace("{counts}", """
            SELECT category, count(*)
            FROM (SELECT l.category FROM listing l WHERE {matching} LIMIT :some) AS match GROUP BY category""");

    /** @param chosen whether it is one of the categories that are asked for */
    private record Count(String slug, String name, long count, boolean chosen) {

        Count times(double scale) {
            return new Count(slug, name, Math.round(count * scale), chosen);
        }
    }

    private record Row(long inCatalogue, List<Count> counts) {

        long sum() {
            return counts.stream().mapToLong(Count::count).sum();
        }

        Counts exact() {
            return counts(false);
        }

        /** The first that were met, taken for all. */
        Counts scaled(long estimate) {
            var scale = Math.max(1.0, estimate / (double) sum());
            return new Row(inCatalogue, counts.stream().map(count -> count.times(scale)).toList()).counts(true);
        }

        private Counts counts(boolean estimates) {
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
        var filter = criteria.filter();
        if (filter.takesWholeCategories()) {
            return row(TALLY, criteria).map(Row::exact);
        }
        var sql = MATCHES.replace("{matching}", criteria.matching()).replace(":some", String.valueOf(EXACT + 1));
        return row(sql, criteria).flatMap(row -> row.sum() <= EXACT
                ? Mono.just(row.exact())
                : estimate(criteria).map(estimate -> row.scaled(estimate)).flatMap(
                        counts -> filter.categories().isEmpty() ? Mono.just(counts) : inChosen(criteria, counts)));
    }

    /** Of a few categories there may be few enough again to count them. */
    private Mono<Counts> inChosen(Criteria criteria, Counts counts) {
        var sql = "SELECT count(*) FROM (SELECT FROM listing l WHERE %s AND %s LIMIT %d) AS match"
                .formatted(criteria.matching(), criteria.inCategories(), EXACT + 1);
        return database.sql(sql).bindValues(criteria.parameters(sql)).mapValue(Long.class).one()
                .map(count -> count <= EXACT
                        ? new Counts(counts.categories(), count, false, counts.inCatalogue())
                        : counts);
    }

    /** What the planner expects, by its statistics of which words are how frequent. */
    private Mono<Long> estimate(Criteria criteria) {
        var sql = "EXPLAIN (FORMAT JSON) SELECT FROM listing l WHERE " + criteria.matching();
        return database.sql(sql).bindValues(criteria.parameters(sql)).mapValue(String.class).one()
                .map(plan -> json.readTree(plan).at("/0/Plan/Plan Rows").asLong(EXACT))
                .map(rows -> Math.max(rows, EXACT + 1));
    }

    private Mono<Row> row(String counts, Criteria criteria) {
        var sql = counts.replace("{chosen}",
                criteria.filter().categories().isEmpty() ? "TRUE" : "c.slug = ANY(%s)".formatted(Criteria.CHOSEN));
        return database.sql(sql).bindValues(criteria.parameters(sql)).mapValue(String.class).one()
                .map(text -> json.readValue(text, Row.class));
    }
}
