package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.outbox.Outbox;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes questions as long as this instance has room for more, holds on to them while they are answered, and lets go of
 * those that others have taken or nobody waits for. No thread waits for an answer.
 */
@Component
class AgentWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgentWorkers.class);
    private static final Sinks.EmitFailureHandler TOGETHER = Sinks.EmitFailureHandler
            .busyLooping(Duration.ofMillis(100));

    private final AgentTurns turns;
    private final Responder responder;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final AgentProperties properties;
    private final Set<AgentWork> underWay = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<Long> woken = Sinks.many().multicast().directBestEffort();
    private volatile boolean moreMayWait;
    private volatile @Nullable Disposable looking;

    AgentWorkers(AgentTurns turns, Responder responder, Outbox outbox, TransactionalOperator transaction,
            AgentProperties properties, AgentMetrics metrics) {
        this.turns = turns;
        this.responder = responder;
        this.outbox = outbox;
        this.transaction = transaction;
        this.properties = properties;
        metrics.running(underWay);
    }

    /** Tells that a question waits. */
    void wake() {
        woken.emitNext(0L, TOGETHER);
    }

    @Override
    public void start() {
        looking = Flux.merge(woken.asFlux(), Flux.interval(Duration.ZERO, properties.lookEvery()).onBackpressureDrop())
                .onBackpressureLatest().concatMap(_ -> take(), 0).subscribe();
    }

    /** As many as there is room for; one look at a time, so that the room is not given twice. */
    private Mono<Void> take() {
        return Mono.defer(() -> {
            var room = properties.atOnce() - underWay.size();
            moreMayWait = true;
            return room <= 0
                    ? Mono.empty()
                    : turns.take(room).doOnNext(this::begin).count()
                            .doOnNext(taken -> moreMayWait = taken == room).then();
        }).onErrorResume(AgentWorkers::logged);
    }

    private void begin(AgentTurn turn) {
        var work = new AgentWork(turn);
        underWay.add(work);
        work.goesOnAs(responder.respond(work).doFinally(_ -> ended(work)).subscribe());
    }

    private void ended(AgentWork work) {
        underWay.remove(work);
        if (moreMayWait) {
            wake();
        }
    }

    /**
     * Prolongs the leases of all answers under way and tells how far they have come, by two statements however many there
     * are. An answer that is no longer ours is given up; nothing is told of one that has ended.
     */
    Mono<Void> hold() {
        return Mono.defer(() -> underWay.isEmpty() ? Mono.empty() : hold(List.copyOf(underWay)));
    }

    private Mono<Void> hold(List<AgentWork> works) {
        return turns.hold(turns(works)).collect(Collectors.toSet())
                .delayUntil(ours -> outbox.append(progress(works, ours))).as(transaction::transactional)
                .flatMapIterable(ours -> works.stream().filter(work -> !ours.contains(work.turn().id())).toList())
                .flatMap(responder::abandon).then();
    }

    private static List<AgentTurnProgressed> progress(List<AgentWork> works, Set<UUID> ours) {
        return works.stream().filter(work -> ours.contains(work.turn().id()))
                .flatMap(work -> work.answer().flatMap(AgentAnswer::progress).stream()).toList();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Gives all questions back, for others to answer them at once. */
    @Override
    public void stop(Runnable stopped) {
        var current = looking;
        looking = null;
        if (current != null) {
            current.dispose();
        }
        var works = List.copyOf(underWay);
        Flux.fromIterable(works).flatMap(responder::abandon).then(turns.giveBack(turns(works)))
                .onErrorResume(AgentWorkers::logged).doFinally(_ -> stopped.run()).subscribe();
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private static List<AgentTurn> turns(Collection<AgentWork> works) {
        return works.stream().map(AgentWork::turn).toList();
    }

    private static Mono<Void> logged(Throwable error) {
        LOG.warn("Questions cannot be taken or given back now", error);
        return Mono.empty();
    }
}
