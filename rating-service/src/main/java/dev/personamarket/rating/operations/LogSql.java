package dev.personamarket.rating.operations;

import dev.personamarket.rating.rating.RatingProperties;
import dev.personamarket.rating.rating.SummarySql;

/** How the log is counted, in temporary tables. */
final class LogSql {

    /** The summaries as they are at one moment. */
    static final String COPY = """
            CREATE TEMPORARY TABLE kept (personality_id, version, histogram, verified, score) AS
            SELECT personality_id, version, %s, score FROM rating_summary
            """.formatted(SummarySql.HISTOGRAMS);

    /**
     * What each event says of its rater: the stars of now, null for none, unless it leaves them as they were; and whether
     * it shows that they had used the personality. Nothing but the version, if it says nothing of anybody.
     */
    static final String PLACE = """
            CREATE TEMPORARY TABLE logged (
                event_id       uuid    PRIMARY KEY,
                personality_id uuid    NOT NULL,
                version        bigint  NOT NULL,
                rater_id       uuid,
                says_stars     boolean NOT NULL,
                stars          integer,
                used           boolean NOT NULL)
            """;

    /** An event that comes twice is known by its id. */
    static final String FILL = """
            INSERT INTO logged
            SELECT CAST(id AS uuid), CAST(value ->> 'personalityId' AS uuid),
                CAST(value -> 'summary' ->> 'version' AS bigint), CAST(value ->> 'raterId' AS uuid),
                type IN ('marketplace.RatingSubmitted.v1', 'marketplace.RatingWithdrawn.v1'),
                CASE type WHEN 'marketplace.RatingSubmitted.v1' THEN CAST(value ->> 'stars' AS integer) END,
                type = 'marketplace.RatingVerified.v1' OR coalesce(CAST(value ->> 'verified' AS boolean), false)
            FROM unnest(:ids, :types, CAST(:values AS json[])) AS event (id, type, value)
            ON CONFLICT DO NOTHING
            """;

    /**
     * What was used once stays so; of a rater's stars, those of the highest version count. A personality that the copy
     * does not have is left out if its first rating came after the copy. Versions go up by one, so gaps show.
     */
    private static final String COUNT = """
            WITH told AS (
                SELECT logged.* FROM logged LEFT JOIN kept USING (personality_id)
                WHERE logged.version <= kept.version OR kept.version IS NULL
                    AND NOT EXISTS (SELECT FROM rating_summary s WHERE s.personality_id = logged.personality_id)
            ), rated AS (
                SELECT personality_id, max(version) AS version, count(*) AS events, bool_or(used) AS used,
                    (array_agg(stars ORDER BY version DESC) FILTER (WHERE says_stars))[1] AS stars
                FROM told GROUP BY personality_id, rater_id
            ), counted (personality_id, version, events, histogram, verified) AS (
                SELECT personality_id, max(version), sum(events), %s FROM rated GROUP BY personality_id
            )
            """.formatted(SummarySql.COUNTED);

    private LogSql() {}

    /** Gives a {@link Difference} for each summary that is not what the log adds up to. */
    static String compare(RatingProperties settings) {
        return COUNT + Difference.sql("coalesce(counted.version, 0)",
                "CAST(greatest(kept.version, counted.version) - coalesce(counted.events, 0) AS bigint)", settings);
    }
}
