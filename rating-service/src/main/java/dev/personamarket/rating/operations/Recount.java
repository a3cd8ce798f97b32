package dev.personamarket.rating.operations;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.Console;
import dev.personamarket.rating.rating.RatingProperties;
import dev.personamarket.rating.rating.RatingTopic;
import dev.personamarket.rating.rating.SummarySql;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts every summary anew from the ratings, while people rate: a rating and its summary change by one statement, so
 * whatever a single statement sees of both belongs together.
 */
class Recount {

    private static final int REPAIRED_AT_ONCE = 100;

    private static final String COMPARE = """
            WITH kept (personality_id, version, histogram, verified, score) AS (
                SELECT personality_id, version, %s, score FROM rating_summary
            ), counted (personality_id, histogram, verified) AS (
                SELECT personality_id, %s FROM rating WHERE stars IS NOT NULL GROUP BY personality_id
            )
            """;

    /** Makes rows where there are none, so that there is something to lock; whoever rates meanwhile waits for it. */
    private static final String LOCK = """
            INSERT INTO rating_summary AS known (personality_id, version, %s)
            SELECT id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM unnest(:ids) AS id ORDER BY id
            ON CONFLICT (personality_id) DO UPDATE SET version = known.version WHERE false
            """.formatted(SummarySql.COUNTS);

    /** Sees all whose summary was locked before it; those who wait count up from what it stores. */
    private static final String REPAIR = """
            WITH counted (id, histogram, verified) AS (
                SELECT wanted.id, %1$s FROM unnest(:ids) AS wanted (id) LEFT JOIN rating ON personality_id = wanted.id
                GROUP BY wanted.id
            ), scored AS (
                SELECT id, histogram || verified AS counts, %2$s AS score FROM counted
            ), stored AS (
                UPDATE rating_summary AS known SET (version, score, %3$s) = (known.version + 1, scored.score, counts[1],
                    counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8], counts[9], counts[10])
                FROM scored
                WHERE personality_id = id AND (ARRAY[%3$s], known.score) IS DISTINCT FROM (counts, scored.score)
                RETURNING known.*
            )
            INSERT INTO outbox (topic, key, type, payload)
            SELECT '%4$s', personality_id, '%5$s', json_build_object('personalityId', personality_id,
                'summary', summary_json(stored.*), 'recountedAt', utc(now())) FROM stored
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Alone alone;
    private final String compare;
    private final String repair;

    Recount(DatabaseClient database, TransactionalOperator transactions, Alone alone, RatingProperties settings) {
        this.database = database;
        this.transactions = transactions;
        this.alone = alone;
        compare = COMPARE.formatted(SummarySql.HISTOGRAMS, SummarySql.COUNTED)
                + Difference.sql("coalesce(kept.version, 1)", "0::bigint", settings);
        repair = REPAIR.formatted(SummarySql.COUNTED, SummarySql.score(settings, "counted"), SummarySql.COUNTS,
                RatingTopic.NAME, SummaryRecounted.TYPE);
    }

    /** Tells the console of each summary that is not what the ratings add up to, and gives their number. */
    Mono<Long> compare(Console console) {
        return differences(console).count();
    }

    /** Stores what the ratings add up to where the summary says something else, and gives how many were changed. */
    Mono<Long> repair(Console console) {
        return alone.run("recount", differences(console).map(Difference::personalityId).buffer(REPAIRED_AT_ONCE)
                .concatMap(this::repair).reduce(0L, Long::sum));
    }

    private Flux<Difference> differences(Console console) {
        return database.sql(compare).map(Difference::from).all()
                .doOnNext(difference -> console.say("%s", difference));
    }

    private Mono<Long> repair(List<UUID> personalities) {
        var ids = personalities.toArray(UUID[]::new);
        return database.sql(LOCK).bind("ids", ids).then()
                .then(database.sql(repair).bind("ids", ids).fetch().rowsUpdated()).as(transactions::transactional);
    }
}
