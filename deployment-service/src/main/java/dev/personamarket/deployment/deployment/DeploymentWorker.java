package dev.personamarket.deployment.deployment;

import java.time.Clock;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.deployment.Worklist.Lease;
import dev.personamarket.deployment.discord.DiscordFailure;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings deployments on after the answer to who asked: woken right after a commit, and looking by itself for what another
 * instance, or this one before a crash, left undone.
 */
@Component
class DeploymentWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentWorker.class);

    private final Worklist worklist;
    private final Deployments deployments;
    private final DeploymentSteps steps;
    private final WorkerProperties properties;
    private final Clock clock;
    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;

    DeploymentWorker(Worklist worklist, Deployments deployments, DeploymentSteps steps, WorkerProperties properties,
            Clock clock) {
        this.worklist = worklist;
        this.deployments = deployments;
        this.steps = steps;
        this.properties = properties;
        this.clock = clock;
    }

    /** Tells the workers that something is due. */
    void wake() {
        wakes.emitNext(true, (_, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    @Override
    public void start() {
        running = Flux.range(0, properties.workers()).flatMap(this::work, properties.workers()).subscribe();
    }

    private Flux<Boolean> work(int worker) {
        var offset = properties.pollInterval().multipliedBy(worker).dividedBy(properties.workers());
        return Flux.interval(offset, properties.pollInterval()).map(_ -> true).onBackpressureDrop()
                .mergeWith(wakes.asFlux()).onBackpressureLatest()
                .concatMap(_ -> workUntilNothingIsDue(), 1);
    }

    private Mono<Boolean> workUntilNothingIsDue() {
        return workOnce().expand(found -> found ? workOnce() : Mono.empty()).last()
                .onErrorResume(this::trouble);
    }

    private Mono<Boolean> trouble(Throwable error) {
        LOG.warn("Deployments cannot be brought on for now", error);
        return Mono.empty();
    }

    /** Whether there was something to do. */
    private Mono<Boolean> workOnce() {
        return worklist.take(properties.lease()).flatMap(lease -> step(lease).thenReturn(true)).defaultIfEmpty(false);
    }

    /** After an unexpected error the lease is kept until it runs out, which keeps the worker from running in circles. */
    private Mono<Void> step(Lease lease) {
        return deployments.find(lease.deployment())
                .filter(deployment -> deployment.schedule().isDue(clock.instant()))
                .flatMap(this::step)
                .onErrorResume(OptimisticLockingFailureException.class, _ -> Mono.empty())
                .then(Mono.defer(() -> worklist.giveBack(lease)))
                .onErrorResume(error -> unexpected(lease, error));
    }

    private Mono<Deployment> step(Deployment deployment) {
        return steps.next(deployment).timeout(properties.stepDeadline())
                .onErrorMap(TimeoutException.class, _ -> DiscordFailure.unavailable("A step took too long"))
                .onErrorResume(DiscordFailure.class, failure -> withstand(deployment, failure));
    }

    private Mono<Deployment> withstand(Deployment deployment, DiscordFailure failure) {
        LOG.info("Deployment {} ({}) is held up: {}", deployment.id(), deployment.status().code(),
                failure.getMessage());
        return steps.withstand(deployment, failure);
    }

    private Mono<Void> unexpected(Lease lease, Throwable error) {
        LOG.error("Deployment {} met an unexpected error and is tried again later", lease.deployment(), error);
        return Mono.empty();
    }

    @Override
    public void stop() {
        var current = running;
        running = null;
        if (current != null) {
            current.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
