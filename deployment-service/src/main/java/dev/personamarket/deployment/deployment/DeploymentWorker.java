package dev.personamarket.deployment.deployment;

import java.time.Clock;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.deployment.Worklist.Lease;
import dev.personamarket.deployment.discord.DiscordFailure;
import reactor.core.publisher.Mono;

/** Brings deployments on after the answer to who asked, one step of one of them at a time. */
@Component
class DeploymentWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentWorker.class);

    private final Worklist worklist;
    private final Deployments deployments;
    private final DeploymentSteps steps;
    private final WorkerProperties properties;
    private final Clock clock;

    DeploymentWorker(Worklist worklist, Deployments deployments, DeploymentSteps steps, WorkerProperties properties,
            Clock clock) {
        this.worklist = worklist;
        this.deployments = deployments;
        this.steps = steps;
        this.properties = properties;
        this.clock = clock;
    }

    /** Does one thing that is due; tells whether there was any. */
    Mono<Boolean> workOnce() {
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
}
