package dev.personamarket.catalog.browsing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some entries of a list, in one of two ways that PostgreSQL is not left to choose between, as it cannot know how many
 * match: few are gathered and sorted; of many the next ones are met soon by walking along the index of the sort.
 */
@Repository
class Pages {

    private static final String GATHERED = """
            WITH found AS MATERIALIZED (
                SELECT l.personality_id, l.published_at, l.name_key, {tier} AS tier
                FROM listing l WHERE {matching} AND {categories}{some}),
            page AS MATERIALIZED (
                SELECT personality_id, tier, {column} AS key
                FROM found CROSS JOIN LATERAL (
                    SELECT popularity, rating_score FROM standing s
                    WHERE s.personality_id = found.personality_id OFFSET 0) AS stands
                WHERE {after} ORDER BY tier, {order} LIMIT :limit)
            """;
    private static final String WALKED = """
            WITH page AS MATERIALIZED (
                SELECT personality_id, {tier} AS tier, key FROM {shelves} (
                    SELECT next.personality_id, next.{column} AS key
                    FROM {table} next CROSS JOIN LATERAL (
                        SELECT FROM listing l
                        WHERE l.personality_id = next.personality_id AND {matching} OFFSET 0) AS match
                    WHERE {shelf} AND {after} ORDER BY {order}
                    LIMIT :limit) AS shelf
                ORDER BY {shelfOrder} LIMIT :limit)
            """;
    private static final String CARDS = """
            SELECT coalesce(json_agg(card), '[]')::text FROM (
                SELECT {card}, page.tier, {text} AS key
                FROM page JOIN listing l USING (personality_id) JOIN standing s USING (personality_id)
                JOIN category c ON c.slug = l.category ORDER BY page.tier, {cardOrder}) AS card
            """.replace("{card}", Found.COLUMNS);

    /** What stands for cards where there are more than a few to gather. */
    private static final String MANY = "many";
    private static final String IF_FEW = "SELECT CASE WHEN (SELECT count(*) FROM found) > %d THEN '%s' ELSE ({cards}) END"
            .formatted(Counts.FEW, MANY);

    private final DatabaseClient database;
    private final JsonMapper json;

    Pages(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What matches, at most {@code limit} of it. */
    Mono<List<Found>> page(Criteria criteria, Sort sort, @Nullable Place after, int limit, Counts counts) {
        return counts.areFew()
                ? find(gathered(criteria, sort, after), criteria, after, limit)
                : sort == Sort.RELEVANCE
                        ? tiers(criteria, after, limit, counts)
                        : find(walked(criteria, sort, after), criteria, after, limit);
    }

    /** Tier after tier, until there are enough. */
    private Mono<List<Found>> tiers(Criteria criteria, @Nullable Place after, int limit, Counts counts) {
        var first = after == null ? 0 : after.tier();
        return Flux.range(first, criteria.tiers().size() - first)
                .concatMap(tier -> tier(criteria, tier, after != null && after.tier() == tier ? after : null, limit,
                        counts), 1)
                .concatMapIterable(found -> found).take(limit).collectList();
    }

    /** Gathered if there are few; how many there are is not known before, but that most are in the last tier. */
    private Mono<List<Found>> tier(Criteria criteria, int tier, @Nullable Place after, int limit, Counts counts) {
        var walk = Mono.defer(() -> text(walked(criteria, tier, after), criteria, after, limit));
        return (counts.isEstimate() && tier == criteria.tiers().size() - 1
                ? walk
                : text(gathered(criteria, tier, after), criteria, after, limit)
                        .flatMap(text -> text.equals(MANY) ? walk : Mono.just(text)))
                .map(this::found);
    }

    private Mono<List<Found>> find(String sql, Criteria criteria, @Nullable Place after, int limit) {
        return text(sql, criteria, after, limit).map(this::found);
    }

    private List<Found> found(String text) {
        return json.readValue(text, new TypeReference<List<Found>>() {});
    }

    private Mono<String> text(String sql, Criteria criteria, @Nullable Place after, int limit) {
        var statement = database.sql(sql).bindValues(criteria.parameters(sql)).bind("limit", limit);
        var bound = after == null ? statement : statement.bind("key", after.key()).bind("id", after.id());
        return (sql.contains(":afterTier") && after != null ? bound.bind("afterTier", after.tier()) : bound)
                .mapValue(String.class).one();
    }

    static String gathered(Criteria criteria, Sort sort, @Nullable Place after) {
        var relevance = sort == Sort.RELEVANCE;
        var further = sort.after(sort.column(), "personality_id");
        return sql(GATHERED + CARDS, sort).replace("{tier}", relevance ? criteria.tier() : "0").replace("{some}", "")
                .replace("{matching}", criteria.matching()).replace("{categories}", criteria.inCategories())
                .replace("{after}", after == null
                        ? "TRUE"
                        : relevance ? "(tier > :afterTier OR tier = :afterTier AND %s)".formatted(further) : further);
    }

    private static String gathered(Criteria criteria, int tier, @Nullable Place after) {
        var sort = Sort.RELEVANCE;
        return sql(GATHERED + IF_FEW.replace("{cards}", CARDS), sort).replace("{tier}", String.valueOf(tier))
                .replace("{some}", " LIMIT %d".formatted(Counts.FEW + 1))
                .replace("{matching}", criteria.matching(tier)).replace("{categories}", criteria.inCategories())
                .replace("{after}", after == null ? "TRUE" : sort.after(sort.column(), "personality_id"));
    }

    static String walked(Criteria criteria, Sort sort, @Nullable Place after) {
        return walked(sort, after, criteria, 0, criteria.matching());
    }

    private static String walked(Criteria criteria, int tier, @Nullable Place after) {
        return walked(Sort.RELEVANCE, after, criteria, tier, criteria.matching(tier));
    }

    private static String walked(Sort sort, @Nullable Place after, Criteria criteria, int tier, String matching) {
        var all = criteria.filter().categories().isEmpty();
        return sql(WALKED.replace("{order}", sort.order("next." + sort.column(), "next.personality_id")) + CARDS, sort)
                .replace("{tier}", String.valueOf(tier)).replace("{table}", sort.table())
                .replace("{shelves}",
                        all ? "" : "unnest(%s) AS chosen (slug) CROSS JOIN LATERAL".formatted(Criteria.CHOSEN))
                .replace("{shelf}", all ? "next.category IS NOT NULL" : "next.category = chosen.slug")
                .replace("{matching}", matching)
                .replace("{after}",
                        after == null ? "TRUE" : sort.after("next." + sort.column(), "next.personality_id"));
    }

    private static String sql(String page, Sort sort) {
        return page.replace("{column}", sort.column()).replace("{text}", sort.text())
                .replace("{order}", sort.order(sort.column(), "personality_id"))
                .replace("{shelfOrder}", sort.order("key", "personality_id"))
                .replace("{cardOrder}", sort.order("page.key", "page.personality_id"));
    }
}
