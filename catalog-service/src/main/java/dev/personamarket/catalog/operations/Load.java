package dev.personamarket.catalog.operations;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.personality.Intake;
import dev.personamarket.catalog.personality.Outcome;
import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.Console;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a file of personalities, a batch in each transaction, together with how far it has come: whatever happens on
 * the way, the next time goes on from there.
 */
class Load {

    private static final int ROWS_IN_BATCH = 500;
    private static final int TEXT_IN_BATCH = 4 * 1024 * 1024;
    /** For what admins do at the same moment: a slug that they took, a deadlock. */
    private static final Retry AGAINST_OTHERS = Retry.backoff(5, Duration.ofMillis(100)).filter(
            error -> error instanceof DuplicateKeyException || error instanceof ConcurrencyFailureException);

    private final Intake intake;
    private final Loads loads;
    private final Alone alone;
    private final TransactionalOperator transactions;
    private final JsonMapper json;

    Load(Intake intake, Loads loads, Alone alone, TransactionalOperator transactions, JsonMapper json) {
        this.intake = intake;
        this.loads = loads;
        this.alone = alone;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Loads what is left of the file and tells the console.
     *
     * @param anew whether to begin with the first record again, though it was loaded before
     */
    Mono<Progress> run(SourceFile file, boolean anew, Console console) {
        return alone.run("load", blocking(file::digest).flatMap(digest -> begin(file, digest, anew))
                .doOnNext(begun -> goesOnFrom(begun, console))
                .flatMap(begun -> begun.finishedAt() == null ? loadRest(file, begun, console) : Mono.just(begun)));
    }

    private static void goesOnFrom(Progress begun, Console console) {
        console.goesOnFrom(begun.records());
        if (begun.finishedAt() != null) {
            console.say("This very file was loaded before; --from-start loads it again");
        } else if (begun.records() > 0) {
            console.say("Goes on behind %,d records that were done before", begun.records());
        }
    }

    private Mono<Progress> begin(SourceFile file, String digest, boolean anew) {
        var known = anew ? Mono.<Progress>empty() : loads.find(digest);
        return known.switchIfEmpty(loads.begin(digest, file.path().toString()));
    }

    private Mono<Progress> loadRest(SourceFile file, Progress begun, Console console) {
        var rejects = Rejects.of(file, json);
        var progress = new AtomicReference<>(begun);
        return blocking(() -> {
            rejects.keepFirst(begun.rejectedBytes());
            return begun;
        }).thenMany(rows(file, begun.records()).bufferUntil(fullBatch()))
                .publishOn(Schedulers.boundedElastic(), 1) // one batch is read while another is stored
                .concatMap(batch -> store(progress.get(), batch, rejects).doOnNext(progress::set)
                        .doOnNext(now -> console.progress(now.records(), now)), 1)
                .then(loads.finish(begun.digest())).then(Mono.fromSupplier(progress::get));
    }

    private Flux<Row> rows(SourceFile file, long done) {
        return intake.rules().flatMapMany(rules -> Flux.using(() -> Rows.open(file, json, rules, done),
                rows -> Flux.<Row>generate(rows::next), Rows::close)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Predicate<Row> fullBatch() {
        var text = new long[2];
        return row -> {
            text[0] += row.size();
            text[1]++;
            var full = text[0] >= TEXT_IN_BATCH || text[1] == ROWS_IN_BATCH;
            if (full) {
                text[0] = 0;
                text[1] = 0;
            }
            return full;
        };
    }

    private Mono<Progress> store(Progress before, List<Row> batch, Rejects rejects) {
        var good = batch.stream().filter(Row.Good.class::isInstance).map(Row.Good.class::cast).toList();
        return intake.take(good.stream().map(Row.Good::candidate).toList())
                .flatMap(outcomes -> {
                    var refused = refused(batch, good, outcomes);
                    return blocking(() -> refused.isEmpty()
                            ? before.rejectedBytes()
                            : rejects.write(before.rejectedBytes(), refused))
                            .map(bytes -> before.plus(batch.size(), outcomes, refused.size(), bytes));
                })
                .flatMap(now -> loads.advance(before, now))
                .as(transactions::transactional).retryWhen(AGAINST_OTHERS);
    }

    private static List<Row.Bad> refused(List<Row> batch, List<Row.Good> good, List<Outcome> outcomes) {
        var unreadable = batch.stream().filter(Row.Bad.class::isInstance).map(Row.Bad.class::cast);
        var late = IntStream.range(0, good.size()).boxed()
                .flatMap(i -> outcomes.get(i) instanceof Outcome.Refused(var fault)
                        ? Stream.of(new Row.Bad(good.get(i).line(), fault))
                        : Stream.empty());
        return Stream.concat(unreadable, late).sorted(Comparator.comparingLong(Row.Bad::line)).toList();
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
