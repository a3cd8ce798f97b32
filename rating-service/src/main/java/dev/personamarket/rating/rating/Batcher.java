package dev.personamarket.rating.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;

import io.r2dbc.spi.R2dbcException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Gathers what comes while the database is busy and does it together. Who comes alone is served alone and at once; the
 * more come, the less each costs, since most of a small statement's cost is the same for one row as for many. Up to
 * {@value #AT_ONCE} batches of up to {@value #SIZE} run at once.
 *
 * <p>What the server refuses as a whole is tried again one by one, so that nobody fails by their neighbours. Who gives up
 * waiting is left out of the next batch; who is in one already is done all the same.
 *
 * @param <T> what is done; two of a batch never have the same place
 * @param <R> what comes of it
 */
final class Batcher<T, R> {

    private static final int AT_ONCE = 2;
    private static final int SIZE = 64;

    /** Compared by identity: two people may do the same. */
    private static final class Waiting<T, R> {

        private final T item;
        private final MonoSink<R> sink;

        Waiting(T item, MonoSink<R> sink) {
            this.item = item;
            this.sink = sink;
        }
    }

    private final Function<T, ?> place;
    private final Function<List<T>, Mono<Map<T, R>>> work;
    private final SequencedSet<Waiting<T, R>> queue = new LinkedHashSet<>();
    private int running;

    /**
     * @param place of one item: what shares it comes one after the other
     * @param work  does all of a batch or nothing of it; leaves out of its answer what came to nothing
     */
    Batcher(Function<T, ?> place, Function<List<T>, Mono<Map<T, R>>> work) {
        this.place = place;
        this.work = work;
    }

    /** What comes of the item; empty when it came to nothing. Fails as the work does. */
    Mono<R> add(T item) {
        return Mono.create(sink -> {
            var waiting = new Waiting<>(item, sink);
            sink.onCancel(() -> remove(waiting));
            append(waiting);
            proceed();
        });
    }

    private synchronized void append(Waiting<T, R> waiting) {
        queue.add(waiting);
    }

    private synchronized void remove(Waiting<T, R> waiting) {
        queue.remove(waiting);
    }

    private void proceed() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            run(batch);
        }
    }

    private synchronized List<Waiting<T, R>> next() {
        var batch = new ArrayList<Waiting<T, R>>();
        if (running == AT_ONCE) {
            return batch;
        }
        var places = new HashSet<Object>();
        for (var each = queue.iterator(); each.hasNext() && batch.size() < SIZE;) {
            var waiting = each.next();
            if (places.add(place.apply(waiting.item))) {
                batch.add(waiting);
                each.remove();
            }
        }
        running += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private synchronized void end() {
        running--;
    }

    private void run(List<Waiting<T, R>> batch) {
        done(batch).onErrorResume(error -> batch.size() > 1 && isRefused(error), _ -> oneByOne(batch))
                .onErrorResume(error -> failed(batch, error)).doFinally(_ -> {
                    end();
                    proceed();
                }).subscribe();
    }

    private Mono<Void> done(List<Waiting<T, R>> batch) {
        return work.apply(batch.stream().map(waiting -> waiting.item).toList())
                .doOnNext(results -> batch.forEach(waiting -> waiting.sink.success(results.get(waiting.item)))).then();
    }

    private Mono<Void> oneByOne(List<Waiting<T, R>> batch) {
        return Flux.fromIterable(batch).map(List::of)
                .flatMap(one -> done(one).onErrorResume(error -> failed(one, error))).then();
    }

    private static <T, R> Mono<Void> failed(List<Waiting<T, R>> batch, Throwable error) {
        return Mono.fromRunnable(() -> batch.forEach(waiting -> waiting.sink.error(error)));
    }

    /** Whether the server itself said no, so that nothing of the batch was done. */
    private static boolean isRefused(Throwable error) {
        return error instanceof R2dbcException answer && answer.getSqlState() != null;
    }
}
