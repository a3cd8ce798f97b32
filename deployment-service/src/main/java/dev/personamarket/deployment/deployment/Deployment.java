package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVATING;
import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVE;
import static dev.personamarket.deployment.deployment.DeploymentStatus.AWAITING_INSTALL;
import static dev.personamarket.deployment.deployment.DeploymentStatus.EXPIRED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.FAILED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.REQUESTED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.UNDEPLOYED;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.DiscordFailure;

/**
 * A personality on its way to a server. Its verbs are the only ways on; each fails with {@link IllegalStateException}
 * where it makes no sense.
 *
 * @param reason   why it failed; of failed ones only
 * @param revision grows with every change that is stored; of two who change the same one, one succeeds
 */
record Deployment(DeploymentId id, Order order, DeploymentStatus status, @Nullable EndReason reason,
        Instant requestedAt, Instant updatedAt, long revision, Schedule schedule) {

    static final Duration INSTALL_WINDOW = Duration.ofMinutes(30);

    static Transition request(Order order, Instant now) {
        var deployment = new Deployment(DeploymentId.next(), order, REQUESTED, null, now, now, 1, Schedule.at(now));
        return Transition.telling(deployment, new DeploymentRequested(deployment.id, order.personalityId(),
                order.serverId(), order.orderedBy(), now));
    }

    /** The bot is on the server. */
    Transition beginActivating(Instant now) {
        demand(REQUESTED, AWAITING_INSTALL);
        return Transition.silent(become(ACTIVATING, now, Schedule.at(now)));
    }

    /** The bot is not on the server: somebody has to let it in, and if nobody does in time, it ends. */
    Transition awaitInstall(Instant now) {
        demand(REQUESTED, AWAITING_INSTALL);
        if (isTooLate(now)) {
            return expire(now);
        }
        var next = Schedule.watching(requestedAt, now);
        return Transition.silent(status == REQUESTED ? become(AWAITING_INSTALL, now, next) : planned(next));
    }

    private boolean isTooLate(Instant now) {
        return !now.isBefore(requestedAt.plus(INSTALL_WINDOW));
    }

    private Transition expire(Instant now) {
        return Transition.telling(become(EXPIRED, now, Schedule.NOTHING), failure(EndReason.INSTALL_EXPIRED, now));
    }

    /** An owner is back from letting the bot in, perhaps: looks at once. */
    Transition hurry(Instant now) {
        demand(AWAITING_INSTALL);
        return Transition.silent(planned(Schedule.at(now)));
    }

    /** It answers people now, in this version. */
    Transition activate(int version, Instant now) {
        demand(ACTIVATING);
        var active = new Deployment(id, order.inVersion(version), ACTIVE, null, requestedAt, now, revision + 1,
                Schedule.NOTHING);
        return Transition.gaining(active, standing -> new PersonalityDeployed(id, order.personalityId(), version,
                order.serverId(), order.orderedBy(), standing, now));
    }

    Transition fail(EndReason because, Instant now) {
        demand(REQUESTED, AWAITING_INSTALL, ACTIVATING);
        var failed = new Deployment(id, order, FAILED, because, requestedAt, now, revision + 1, tidying(now));
        return Transition.telling(failed, failure(because, now));
    }

    Transition undeploy(Instant now) {
        demand(REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE);
        var ended = become(UNDEPLOYED, now, tidying(now));
        return status == ACTIVE
                ? Transition.losing(ended, standing -> new PersonalityUndeployed(id, order.personalityId(),
                        order.serverId(), EndReason.UNDEPLOYED, standing, now))
                : Transition.telling(ended, failure(EndReason.UNDEPLOYED, now));
    }

    /** The bot looks again as it should without this deployment, or nothing more can be done about it. */
    Transition tidied() {
        demand(FAILED, UNDEPLOYED);
        return Transition.silent(planned(Schedule.NOTHING));
    }

    /** Discord could not be asked: later again, until it has been too often. Who waits for the bot goes on waiting. */
    Transition postpone(DiscordFailure failure, Instant now) {
        if (status == AWAITING_INSTALL) {
            return isTooLate(now) ? expire(now) : later(failure, now);
        }
        if (!schedule.isExhausted()) {
            return later(failure, now);
        }
        return status.isLive() ? fail(EndReason.of(failure), now) : tidied();
    }

    private Transition later(DiscordFailure failure, Instant now) {
        return Transition.silent(planned(schedule.afterFailure(now, failure.retryAfter())));
    }

    /** While the bot was given a name, or had it, the name has to be taken back. */
    private Schedule tidying(Instant now) {
        return status == ACTIVATING || status == ACTIVE ? Schedule.at(now) : Schedule.NOTHING;
    }

    private DeploymentFailed failure(EndReason because, Instant now) {
        return new DeploymentFailed(id, order.personalityId(), order.serverId(), because, now);
    }

    private Deployment become(DeploymentStatus next, Instant now, Schedule plan) {
        return new Deployment(id, order, next, null, requestedAt, now, revision + 1, plan);
    }

    private Deployment planned(Schedule plan) {
        return new Deployment(id, order, status, reason, requestedAt, updatedAt, revision + 1, plan);
    }

    private void demand(DeploymentStatus... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw new IllegalStateException("Deployment %s is %s".formatted(id, status.code()));
        }
    }
}
