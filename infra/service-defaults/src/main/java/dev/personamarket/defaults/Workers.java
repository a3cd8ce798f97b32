package dev.personamarket.defaults;

import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Hands that do what is due, each one thing after the other: woken when something has come up, and looking by themselves
 * for what another instance, or this one before a crash, left undone.
 */
public final class Workers extends Background {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final String name;
    private final int hands;
    private final Duration pollInterval;
    private final Supplier<Mono<Boolean>> once;
    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();

    private Workers(String name, int hands, Duration pollInterval, Supplier<Mono<Boolean>> once) {
        this.name = name;
        this.hands = hands;
        this.pollInterval = pollInterval;
        this.once = once;
    }

    /**
     * @param name what they do, for the log
     * @param once does one thing that is due, and tells whether there was any; a failure is logged, and the hand rests
     *             until it is woken or looks again
     */
    public static Workers of(String name, int hands, Duration pollInterval, Supplier<Mono<Boolean>> once) {
        return new Workers(name, hands, pollInterval, once);
    }

    /** Tells them that something is due. */
    public void wake() {
        wakes.emitNext(true, (_, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    @Override
    Disposable begin() {
        return Flux.range(0, hands).flatMap(this::work, hands).subscribe();
    }

    private Flux<Boolean> work(int hand) {
        var offset = pollInterval.multipliedBy(hand).dividedBy(hands);
        return Flux.interval(offset, pollInterval).map(_ -> true).onBackpressureDrop()
                .mergeWith(wakes.asFlux()).onBackpressureLatest()
                .concatMap(_ -> workUntilNothingIsDue(), 1);
    }

    private Mono<Boolean> workUntilNothingIsDue() {
        return workOnce().expand(found -> found ? workOnce() : Mono.empty()).last().onErrorResume(this::failed);
    }

    private Mono<Boolean> workOnce() {
        return Mono.defer(once);
    }

    private Mono<Boolean> failed(Throwable error) {
        LOG.warn("{} failed and will be tried again", name, error);
        return Mono.empty();
    }
}
