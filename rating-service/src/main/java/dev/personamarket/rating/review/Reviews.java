package dev.personamarket.rating.review;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import reactor.core.publisher.Mono;

/** The ratings that say something in words. */
@Repository
class Reviews {

    private static final String PAGE = """
            SELECT id, stars, review, submitted_at, personality_version, used AS verified, helpful_count,
                CASE WHEN CAST(:reader AS uuid) IS NOT NULL THEN EXISTS (
                    SELECT FROM found_helpful WHERE rating_id = id AND reader_id = :reader) END AS found_helpful
            FROM rating
            WHERE personality_id = :personality AND review IS NOT NULL AND (%1$s, id) < (:key, :id)
            ORDER BY %1$s DESC, id DESC LIMIT :limit
            """;

    private final DatabaseClient database;

    Reviews(DatabaseClient database) {
        this.database = database;
    }

    /**
     * At most {@code limit} reviews of the personality after the cursor, in the cursor's order.
     *
     * @param readerId null when the reader is not signed in
     */
    Mono<ReviewPage> page(UUID personalityId, ReviewCursor after, int limit, @Nullable UUID readerId) {
        var sort = after.sort();
        return database.sql(PAGE.formatted(sort.column())).bind("personality", personalityId)
                .bind("key", sort.value(after.key())).bind("id", after.id()).bind("limit", limit + 1)
                .bind("reader", readerId == null ? Parameters.in(UUID.class) : readerId).mapProperties(Review.class)
                .all().collectList()
                .map(oneMore -> ReviewPage.of(oneMore, limit, sort));
    }
}
