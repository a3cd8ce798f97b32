package dev.personamarket.rating.review;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static java.util.Objects.requireNonNull;

/**
 * Who found which review helpful. The review's row is locked before anything else, so that marks of one review queue up
 * and its count is exact, and a review that is just being withdrawn is either marked before or not at all.
 */
@Repository
class HelpfulMarks {

    private static final String MARK = marks("""
            INSERT INTO found_helpful (rating_id, reader_id) SELECT id, $3 FROM review WHERE NOT own
            ON CONFLICT DO NOTHING RETURNING rating_id""", "+ 1");

    private static final String UNMARK = marks("""
            DELETE FROM found_helpful USING review WHERE rating_id = id AND reader_id = $3 RETURNING rating_id""",
            "- 1");

    private final DatabaseClient database;

    HelpfulMarks(DatabaseClient database) {
        this.database = database;
    }

    private static String marks(String change, String count) {
        return """
                WITH review AS (
                    SELECT id, rater_id = $3 AS own, helpful_count FROM rating
                    WHERE personality_id = $1 AND id = $2 AND review IS NOT NULL FOR NO KEY UPDATE
                ), changed AS (
                    %s
                ), counted AS (
                    UPDATE rating SET helpful_count = rating.helpful_count %s FROM changed WHERE id = rating_id
                    RETURNING rating.helpful_count
                )
                SELECT own, coalesce(counted.helpful_count, review.helpful_count) FROM review LEFT JOIN counted ON true
                """.formatted(change, count);
    }

    /** Once for each reader, however often. 404 for a review that is not there, 403 for the reader's own. */
    Mono<Helpfulness> mark(UUID personalityId, UUID ratingId, UUID readerId) {
        return change(MARK, personalityId, ratingId, readerId).map(count -> new Helpfulness(count, true));
    }

    /** Takes the mark back, if there is one; fails as {@link #mark}. */
    Mono<Helpfulness> unmark(UUID personalityId, UUID ratingId, UUID readerId) {
        return change(UNMARK, personalityId, ratingId, readerId).map(count -> new Helpfulness(count, false));
    }

    private Mono<Integer> change(String sql, UUID personalityId, UUID ratingId, UUID readerId) {
        return database.sql(sql).bind("$1", personalityId).bind("$2", ratingId).bind("$3", readerId)
                .map(HelpfulMarks::count).one()
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "review-not-found",
                        "This personality has no review of this id.")));
    }

    private static int count(Readable row) {
        if (Boolean.TRUE.equals(row.get(0, Boolean.class))) {
            throw Problem.of(HttpStatus.FORBIDDEN, "own-review", "This review is yours; its use is up to others.");
        }
        return requireNonNull(row.get(1, Integer.class));
    }
}
