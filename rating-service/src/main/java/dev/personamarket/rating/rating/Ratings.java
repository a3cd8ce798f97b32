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
class Ratings {

    private final ConnectionFactory connections;
    private final DatabaseClient database;
    private final Outbox outbox;

    Ratings(ConnectionFactory connections, DatabaseClient database, Outbox outbox) {
        this.connections = connections;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Rates, replacing an earlier rating of the same person; empty when the personality cannot be rated. The hot path:
     * it spares the tenth of the time that DatabaseClient costs.
     */
    Mono<Rated> rate(RatingKey key, RateRequest request) {
        return Mono.usingWhen(connections.create(),
                connection -> Mono.from(bound(connection.createStatement(RatingSql.RATE), key, request).execute())
                        .flatMap(result -> Mono.from(result.map(Rated::from))),
                connection -> connection.close()).doOnSuccess(_ -> outbox.wake());
    }

    private Statement bound(Statement rate, RatingKey key, RateRequest request) {
        return rate.bind("$1", key.personalityId()).bind("$2", key.raterId()).bind("$3", request.stars())
                .bind("$4", text(request.words())).bind("$5", text(outbox.traceparent()));
    }

    /** Takes the rating back and gives what it was; empty when there is none. */
    Mono<Rating> withdraw(RatingKey key) {
        return Mono.defer(() -> database.sql(RatingSql.WITHDRAW).bind("$1", key.personalityId())
                .bind("$2", key.raterId()).bind("$3", text(outbox.traceparent())).map(Rating::from).one())
                .doOnSuccess(_ -> outbox.wake());
    }

    Mono<Rating> find(RatingKey key) {
        return database.sql("SELECT " + Rating.COLUMNS
                + " FROM rating WHERE personality_id = :personality AND rater_id = :rater")
                .bind("personality", key.personalityId()).bind("rater", key.raterId()).map(Rating::from).one();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
