package dev.personamarket.rating.rating;

/** The statements that change ratings: each stores rating, summary and event at once. */
final class RatingSql {

    /**
     * All parts of a statement see the same snapshot, which is blind to what a rival committed while this statement
     * waited for the rival's lock. So nothing here is computed from what a SELECT saw: the stars that are replaced come
     * from the locked row ({@code old}), and the summary counts up from its own locked row. Rating before summary, here
     * and in {@link #WITHDRAW}, so that two statements never wait for each other. A summary is changed by ON CONFLICT,
     * which locks its row before anything is computed; a plain UPDATE first tries its figures, and their checks, on the
     * row that the snapshot saw.
     *
     * @see <a href="https://www.postgresql.org/docs/18/transaction-iso.html#XACT-READ-COMMITTED">Read Committed</a>
     */
    static final String RATE = """
            WITH rated AS (
                INSERT INTO rating (personality_id, rater_id, stars, review, personality_version)
                SELECT personality_id, $2, $3, $4, version FROM subject WHERE personality_id = $1 AND NOT archived
                ON CONFLICT ON CONSTRAINT one_rating_each DO UPDATE
                SET (stars, review, personality_version, submitted_at)
                  = (excluded.stars, excluded.review, excluded.personality_version, excluded.submitted_at)
                RETURNING rating.*, old.stars AS previous
            ), summed AS (
                INSERT INTO rating_summary AS total (personality_id, version, ones, twos, threes, fours, fives)
                SELECT personality_id, 1, (stars = 1)::int, (stars = 2)::int, (stars = 3)::int, (stars = 4)::int,
                    (stars = 5)::int FROM rated
                ON CONFLICT (personality_id) DO UPDATE SET (version, ones, twos, threes, fours, fives) = (
                    SELECT total.version + 1,
                        total.ones + excluded.ones - (previous IS NOT DISTINCT FROM 1)::int,
                        total.twos + excluded.twos - (previous IS NOT DISTINCT FROM 2)::int,
                        total.threes + excluded.threes - (previous IS NOT DISTINCT FROM 3)::int,
                        total.fours + excluded.fours - (previous IS NOT DISTINCT FROM 4)::int,
                        total.fives + excluded.fives - (previous IS NOT DISTINCT FROM 5)::int
                    FROM rated)
                RETURNING *
            ), told AS (
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                SELECT '%s', personality_id, '%s', json_strip_nulls(json_build_object(
                    'ratingId', id, 'personalityId', personality_id, 'raterId', rater_id, 'stars', stars,
                    'previousStars', previous, 'summary', summary_json(summed.*), 'submittedAt', utc(submitted_at))), $5
                FROM rated JOIN summed USING (personality_id)
            )
            SELECT id, stars, review, submitted_at, personality_version, summed.version, count, average,
                ARRAY[ones, twos, threes, fours, fives]
            FROM rated JOIN summed USING (personality_id)
            """.formatted(RatingTopic.NAME, RatingSubmitted.TYPE);

    static final String WITHDRAW = """
            WITH withdrawn AS (
                DELETE FROM rating WHERE personality_id = $1 AND rater_id = $2 RETURNING *
            ), summed AS (
                INSERT INTO rating_summary AS total (personality_id, version, ones, twos, threes, fours, fives)
                SELECT personality_id, 1, 0, 0, 0, 0, 0 FROM withdrawn
                ON CONFLICT (personality_id) DO UPDATE SET (version, ones, twos, threes, fours, fives) = (
                    SELECT total.version + 1, total.ones - (stars = 1)::int, total.twos - (stars = 2)::int,
                        total.threes - (stars = 3)::int, total.fours - (stars = 4)::int, total.fives - (stars = 5)::int
                    FROM withdrawn)
                RETURNING *
            ), told AS (
                INSERT INTO outbox (topic, key, type, payload, traceparent)
                SELECT '%s', personality_id, '%s', json_build_object(
                    'ratingId', id, 'personalityId', personality_id, 'raterId', rater_id, 'stars', stars,
                    'summary', summary_json(summed.*), 'withdrawnAt', utc(now())), $3
                FROM withdrawn JOIN summed USING (personality_id)
            )
            SELECT id, stars, review, submitted_at, personality_version FROM withdrawn
            """.formatted(RatingTopic.NAME, RatingWithdrawn.TYPE);

    private RatingSql() {}
}
