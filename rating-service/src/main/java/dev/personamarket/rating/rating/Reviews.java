package dev.personamarket.rating.rating;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** The ratings that say something in words. */
@Repository
class Reviews {

    private final DatabaseClient database;

    Reviews(DatabaseClient database) {
        this.database = database;
    }

    /** At most {@code limit} reviews of the personality after the cursor, newest first. */
    Mono<ReviewPage> page(UUID personalityId, ReviewCursor after, int limit) {
        return database.sql("SELECT " + Rating.COLUMNS + """
                 FROM rating
                WHERE personality_id = :personality AND review IS NOT NULL AND (submitted_at, id) < (:time, :id)
                ORDER BY submitted_at DESC, id DESC LIMIT :limit
                """).bind("personality", personalityId).bind("time", after.submittedAt()).bind("id", after.id())
                .bind("limit", limit + 1).map(Rating::from).all().collectList()
                .map(oneMore -> ReviewPage.of(oneMore, limit));
    }
}
