package dev.personamarket.rating.rating;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Mono;

/** The ratings: at most one of each person for each personality. */
@Repository
public class Ratings {

    private final ConnectionFactory connections;
    private final DatabaseClient database;
    private final Outbox outbox;
    private final RatingSql sql;

    Ratings(ConnectionFactory connections, DatabaseClient database, Outbox outbox, RatingProperties settings) {
        this.connections = connections;
        this.database = database;
        this.outbox = outbox;
        sql = RatingSql.of(settings);
    }

    /**
     * Rates, replacing an earlier rating of the same person; empty when the {@link Admission} says why not. The hot path:
     * it spares the tenth of the time that DatabaseClient costs.
     */
    Mono<Rated> rate(RatingKey key, RateRequest request) {
        return Mono.usingWhen(connections.create(),
                connection -> Mono.from(bound(connection.createStatement(sql.rate()), key, request).execute())
                        .flatMap(result -> Mono.from(result.map(Rated::from))),
                connection -> connection.close()).doOnSuccess(_ -> outbox.wake());
    }

    private Statement bound(Statement rate, RatingKey key, RateRequest request) {
        return rate.bind("$1", key.personalityId()).bind("$2", key.raterId()).bind("$3", request.stars())
                .bind("$4", text(request.review())).bind("$5", text(outbox.traceparent()));
    }

    /** Takes the rating back and gives what it was; empty when there is none. */
    Mono<Rating> withdraw(RatingKey key) {
        return Mono.defer(() -> database.sql(sql.withdraw()).bind("$1", key.personalityId())
                .bind("$2", key.raterId()).bind("$3", text(outbox.traceparent())).map(Rating::from).one())
                .doOnSuccess(_ -> outbox.wake());
    }

    /**
     * Notes that somebody has used a personality, which makes a rating that they gave or will give a verified one; what
     * is known already changes nothing. In the caller's transaction.
     */
    public Mono<Void> use(UUID personalityId, UUID userId) {
        return outbox.wakeAfterCommit().then(Mono.defer(() -> database.sql(sql.use()).bind("$1", personalityId)
                .bind("$2", userId).bind("$3", text(outbox.traceparent())).then()));
    }

    Mono<Rating> find(RatingKey key) {
        return database.sql("SELECT " + Rating.COLUMNS
                + " FROM rating WHERE personality_id = :personality AND rater_id = :rater AND stars IS NOT NULL")
                .bind("personality", key.personalityId()).bind("rater", key.raterId()).map(Rating::from).one();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
