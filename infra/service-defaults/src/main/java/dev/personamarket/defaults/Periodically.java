package dev.personamarket.defaults;

import java.time.Duration;
import java.util.function.Supplier;

import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something that is done again and again while the application runs: never twice at the same time, and a failure is
 * logged and does not end it.
 */
public final class Periodically extends Background {

    private static final Logger LOG = LoggerFactory.getLogger(Periodically.class);

    private final String name;
    private final Duration interval;
    private final Supplier<? extends Publisher<?>> work;

    private Periodically(String name, Duration interval, Supplier<? extends Publisher<?>> work) {
        this.name = name;
        this.interval = interval;
        this.work = work;
    }

    /** Work that starts at once and again after each interval; a turn that is still going on lets the next ones pass. */
    public static Periodically every(Duration interval, String name, Supplier<? extends Publisher<?>> work) {
        return new Periodically(name, interval, work);
    }

    @Override
    Disposable begin() {
        return Flux.interval(Duration.ZERO, interval).onBackpressureDrop().concatMap(_ -> turn(), 1).subscribe();
    }

    private Mono<Void> turn() {
        return Mono.defer(() -> Flux.from(work.get()).then()).onErrorResume(this::failed);
    }

    private Mono<Void> failed(Throwable error) {
        LOG.warn("{} failed and will be tried again in {}", name, interval, error);
        return Mono.empty();
    }
}
