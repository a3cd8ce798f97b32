package dev.personamarket.rating.rating;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ratings: at most one of each person for each personality. */
@Repository
public class Ratings {

    private final ConnectionFactory connections;
    private final DatabaseClient database;
    private final Outbox outbox;
    private final RatingSql sql;
    private final Batcher<Given, Rated> given = new Batcher<>(rating -> rating.key().personalityId(), this::rate);

    /** A rating on its way to the database. */
    private record Given(RatingKey key, RateRequest request, @Nullable String traceparent) {}

    Ratings(ConnectionFactory connections, DatabaseClient database, Outbox outbox, RatingProperties settings) {
        this.connections = connections;
        this.database = database;
        this.outbox = outbox;
        sql = RatingSql.of(settings);
    }

    /** Rates, replacing an earlier rating of the same person; empty when the {@link Admission} says why not. */
    Mono<Rated> rate(RatingKey key, RateRequest request) {
        return Mono.defer(() -> given.add(new Given(key, request, outbox.traceparent())));
    }

    /** The hot path: it spares the tenth of the time that DatabaseClient costs. */
    private Mono<Map<Given, Rated>> rate(List<Given> batch) {
        var byKey = batch.stream().collect(Collectors.toMap(Given::key, Function.identity()));
        return Flux.usingWhen(connections.create(),
                connection -> Flux.from(bound(connection.createStatement(sql.rate()), batch).execute())
                        .flatMap(result -> result
                                .map(row -> Map.entry(byKey.get(RatingKey.from(row)), Rated.from(row)))),
                connection -> connection.close()).collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnSuccess(_ -> outbox.wake());
    }

    private static Statement bound(Statement rate, List<Given> batch) {
        return rate.bind("$1", each(batch, given -> given.key().personalityId(), UUID[]::new))
                .bind("$2", each(batch, given -> given.key().raterId(), UUID[]::new))
                .bind("$3", each(batch, given -> given.request().stars(), Integer[]::new))
                .bind("$4", each(batch, given -> given.request().review(), String[]::new))
                .bind("$5", each(batch, Given::traceparent, String[]::new));
    }

    private static <V> V[] each(List<Given> batch, Function<Given, @Nullable V> value, IntFunction<V[]> array) {
        return batch.stream().map(value).toArray(array);
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
