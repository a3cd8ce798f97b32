package dev.personamarket.rating.rating;

/**
 * The statements that change ratings: each stores rating, summary and event at once.
 *
 * <p>All parts of a statement see the same snapshot, which is blind to what a rival committed while this statement
 * waited for the rival's lock. So nothing here is computed from what a SELECT saw: what is replaced comes from the
 * locked row ({@code old}), and the summary counts up from its own locked row. Rating before summary, in each of them,
 * so that two statements never wait for each other. A summary is changed by ON CONFLICT, which locks its row before
 * anything is computed; a plain UPDATE first tries its figures, and their checks, on the row that the snapshot saw.
 *
 * @param rate     {@code $1} personalities, {@code $2} raters, {@code $3} stars, {@code $4} reviews, {@code $5}
 *                 traceparents; none of the personalities comes twice. Gives each rating with its sum, and leaves out what
 *                 may not be rated. In the order of the personalities, so that two of these wait for each other in one
 *                 direction only
 * @param withdraw {@code $1} personality, {@code $2} rater, {@code $3} traceparent; gives what was withdrawn. The row of
 *                 somebody who has used the personality is replaced by one that says so and no more
 * @param use      {@code $1} personality, {@code $2} user, {@code $3} traceparent
 *
 * @see <a href="https://www.postgresql.org/docs/18/transaction-iso.html#XACT-READ-COMMITTED">Read Committed</a>
 */
record RatingSql(String rate, String withdraw, String use) {

    private static final String RATE = """
            WITH given AS (
                SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[])
                    AS given (personality_id, rater_id, stars, review, traceparent)
            ), changed AS (
                INSERT INTO rating (personality_id, rater_id, stars, review, personality_version)
                SELECT personality_id, rater_id, stars, review, version FROM given JOIN subject USING (personality_id)
                WHERE NOT archived AND creator_id IS DISTINCT FROM rater_id %s
                ORDER BY personality_id
                ON CONFLICT ON CONSTRAINT one_rating_each DO UPDATE
                SET (stars, review, personality_version, submitted_at)
                  = (excluded.stars, excluded.review, excluded.personality_version, excluded.submitted_at)
                RETURNING rating.*, old.stars AS was, CASE WHEN rating.used THEN rating.stars END AS verified_stars,
                    CASE WHEN old.used THEN old.stars END AS verified_was
            ), summed AS (
                %s
            ), told AS (
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                SELECT '%s', personality_id, '%s', json_strip_nulls(json_build_object(
                    'ratingId', id, 'personalityId', personality_id, 'raterId', changed.rater_id, 'stars', changed.stars,
                    'previousStars', was, 'verified', used, 'summary', summary_json(summed.*),
                    'submittedAt', utc(submitted_at))), traceparent
                FROM changed JOIN summed USING (personality_id) JOIN given USING (personality_id)
            )
            SELECT %s, summed.version, count, average, %s, score, personality_id, rater_id
            FROM changed JOIN summed USING (personality_id)
            """;

    /** What was used once stays so: what the snapshot saw holds. */
    private static final String IF_USED = """
            AND EXISTS (SELECT FROM rating
                    WHERE rating.personality_id = given.personality_id AND rating.rater_id = given.rater_id AND used)""";

    private static final String WITHDRAW = """
            WITH withdrawn AS (
                DELETE FROM rating WHERE personality_id = $1 AND rater_id = $2 AND stars IS NOT NULL RETURNING *
            ), kept AS (
                INSERT INTO rating (personality_id, rater_id, used, submitted_at)
                SELECT personality_id, rater_id, used, NULL FROM withdrawn WHERE used
            ), changed AS (
                SELECT personality_id, stars AS was, CASE WHEN used THEN stars END AS verified_was,
                    NULL::smallint AS stars, NULL::smallint AS verified_stars FROM withdrawn
            ), summed AS (
                %s
            ), told AS (
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                SELECT '%s', personality_id, '%s', json_build_object(
                    'ratingId', id, 'personalityId', personality_id, 'raterId', rater_id, 'stars', stars,
                    'summary', summary_json(summed.*), 'withdrawnAt', utc(now())), $3
                FROM withdrawn JOIN summed USING (personality_id)
            )
            SELECT %s FROM withdrawn
            """;

    private static final String USE = """
            WITH noted AS (
                INSERT INTO rating AS known (personality_id, rater_id, used, submitted_at) VALUES ($1, $2, true, NULL)
                ON CONFLICT ON CONSTRAINT one_rating_each DO UPDATE SET used = true WHERE NOT known.used
                RETURNING known.*
            ), changed AS (
                SELECT *, stars AS was, stars AS verified_stars, NULL::smallint AS verified_was
                FROM noted WHERE stars IS NOT NULL
            ), summed AS (
                %s
            )
            INSERT INTO outbox (topic, key, type, payload, traceparent)
            SELECT '%s', personality_id, '%s', json_build_object(
                'ratingId', id, 'personalityId', personality_id, 'raterId', rater_id,
                'summary', summary_json(summed.*), 'verifiedAt', utc(now())), $3
            FROM changed JOIN summed USING (personality_id)
            """;

    static RatingSql of(RatingProperties settings) {
        var summed = SummarySql.summed(settings);
        return new RatingSql(
                RATE.formatted(settings.requireUse() ? IF_USED : "", summed, RatingTopic.NAME, RatingSubmitted.TYPE,
                        Rating.COLUMNS, SummarySql.HISTOGRAMS),
                WITHDRAW.formatted(summed, RatingTopic.NAME, RatingWithdrawn.TYPE, Rating.COLUMNS),
                USE.formatted(summed, RatingTopic.NAME, RatingVerified.TYPE));
    }
}
