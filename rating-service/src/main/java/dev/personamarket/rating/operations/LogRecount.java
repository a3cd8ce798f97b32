package dev.personamarket.rating.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.defaults.operations.Console;
import dev.personamarket.defaults.operations.Patience;
import dev.personamarket.rating.operations.RatingLog.Entry;
import dev.personamarket.rating.rating.RatingProperties;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts every summary anew from the event log alone, while people rate. First the summaries are copied, by one
 * statement; then all events that were in the outbox at that moment, and so all that the copy tells of, must have been
 * sent; then the log is read to its end. What it tells beyond a summary's version came later and is left out, so each
 * personality is compared at one and the same version.
 */
class LogRecount {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ConnectionFactory connections;
    private final RatingLog log;
    private final RatingProperties settings;
    private final Duration patience;

    LogRecount(ConnectionFactory connections, RatingLog log, RatingProperties settings, Duration patience) {
        this.connections = connections;
        this.log = log;
        this.settings = settings;
        this.patience = patience;
    }

    /** Tells the console of each summary that is not what the log adds up to, and gives their number. */
    Mono<Long> compare(Console console) {
        return inOneSession(session -> session.sql(LogSql.COPY).then().then(session.sql(LogSql.PLACE).then())
                .then(allIsSent(session)).thenMany(place(session, console))
                .thenMany(session.sql(LogSql.compare(settings)).map(Difference::from).all())
                .doOnNext(difference -> console.say("%s", difference)).count());
    }

    /** Temporary tables are seen by the connection that made them alone. */
    private Mono<Long> inOneSession(Function<DatabaseClient, Mono<Long>> work) {
        return Mono.usingWhen(connections.create(),
                connection -> work.apply(DatabaseClient
                        .create(new SingleConnectionFactory(connection, connections.getMetadata(), true))),
                Connection::close);
    }

    private Mono<Long> allIsSent(DatabaseClient session) {
        var left = new Patience(patience, waiting -> "%,d events wait and nothing sends them: start rating-service"
                .formatted(waiting));
        return session.sql("SELECT coalesce(max(position), 0) FROM outbox").mapValue(Long.class).one()
                .flatMap(last -> waiting(session, last).doOnNext(left::see).filter(waiting -> waiting == 0)
                        .repeatWhenEmpty(Integer.MAX_VALUE, again -> again.delayElements(PAUSE)));
    }

    private static Mono<Long> waiting(DatabaseClient session, long last) {
        return session.sql("SELECT count(*) FROM outbox WHERE published_at IS NULL AND position <= :last")
                .bind("last", last).mapValue(Long.class).one();
    }

    private Flux<Long> place(DatabaseClient session, Console console) {
        var read = new AtomicLong();
        return log.entries().concatMap(entries -> place(session, entries)
                .then(Mono.fromSupplier(() -> read.addAndGet(entries.size()))), 1)
                .doOnNext(events -> console.progress(events, "%,d events".formatted(events)));
    }

    private static Mono<Void> place(DatabaseClient session, List<Entry> entries) {
        return session.sql(LogSql.FILL).bind("ids", each(entries, Entry::id)).bind("types", each(entries, Entry::type))
                .bind("values", each(entries, Entry::value)).then();
    }

    private static String[] each(List<Entry> entries, Function<Entry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }
}
