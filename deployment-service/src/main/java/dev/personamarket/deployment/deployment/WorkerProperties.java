package dev.personamarket.deployment.deployment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deployments are brought on.
 *
 * @param workers      how many servers are worked on at once, per instance
 * @param pollInterval how often each worker looks for what nobody woke it for
 * @param stepDeadline how long one step may take; past it, it is tried again
 * @param lease        how long a server is left to a worker that is silent; longer than a step may take
 * @param reconcileEvery how often the list of the bot's servers is compared with what is deployed
 */
@ConfigurationProperties("marketplace.worker")
public record WorkerProperties(@DefaultValue("4") int workers, @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("15s") Duration stepDeadline, @DefaultValue("20s") Duration lease,
        @DefaultValue("1m") Duration reconcileEvery) {

    public WorkerProperties {
        if (workers < 1 || pollInterval.toMillis() < 1 || !reconcileEvery.isPositive()
                || lease.compareTo(stepDeadline) <= 0) {
            throw new IllegalArgumentException(
                    "marketplace.worker: workers, poll-interval and reconcile-every must be positive, lease longer than step-deadline");
        }
    }
}
