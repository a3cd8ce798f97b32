package dev.personamarket.deployment.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.Permission;

import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVATING;
import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVE;
import static dev.personamarket.deployment.deployment.DeploymentStatus.AWAITING_INSTALL;
import static dev.personamarket.deployment.deployment.DeploymentStatus.DEGRADED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.EXPIRED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.FAILED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.REMOVED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.REQUESTED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.UNDEPLOYED;

/**
 * A personality on its way to a server, and there. Its verbs are the only ways on; each fails with
 * {@link IllegalStateException} where it makes no sense.
 *
 * @param trouble  why it failed, expired, is degraded or was removed; of those only
 * @param revision grows with every change that is stored; of two who change the same one, one succeeds
 */
record Deployment(DeploymentId id, Order order, DeploymentStatus status, @Nullable Trouble trouble,
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
        return failing(EXPIRED, Trouble.of(EndReason.INSTALL_EXPIRED), now, Schedule.NOTHING);
    }

    /** It answers people now, in this version; how it stands there is looked at next. */
    Transition activate(int version, Instant now) {
        demand(ACTIVATING);
        return Transition.gaining(become(ACTIVE, now, Schedule.at(now)).with(order.inVersion(version)),
                standing -> new PersonalityDeployed(id, order.personalityId(), version, order.serverId(),
                        order.orderedBy(), standing, now));
    }

    /** Whether its personality has a newer version that it follows. */
    boolean isBehind(int published) {
        return order.updatePolicy() == UpdatePolicy.AUTO && order.personalityVersion() < published;
    }

    /** It answers in a newer version from now on. */
    Transition update(int version, Instant now) {
        demand(ACTIVE, DEGRADED);
        var updated = new Deployment(id, order.inVersion(version), status, trouble, requestedAt, now, revision + 1,
                Schedule.at(now));
        return Transition.telling(updated, new DeploymentUpdated(id, order.personalityId(), version,
                order.personalityVersion(), order.serverId(), now));
    }

    /** An owner wants it to follow or not to follow, or to answer elsewhere. */
    Transition revise(UpdatePolicy policy, List<String> channels, Instant now) {
        demand(REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE, DEGRADED);
        return Transition.silent(new Deployment(id, order.revised(policy, channels), status, trouble, requestedAt, now,
                revision + 1, status.isDeployed() ? Schedule.at(now) : schedule));
    }

    /** The bot is still there, and lacks these permissions; without them it is degraded, with all of them active. */
    Transition found(Set<Permission> missing, Instant now) {
        demand(ACTIVE, DEGRADED);
        var next = Schedule.looking(now);
        var found = missing.isEmpty() ? null : Trouble.lacking(missing);
        return Transition.silent(new Deployment(id, order, found == null ? ACTIVE : DEGRADED, found, requestedAt,
                Objects.equals(found, trouble) ? updatedAt : now, revision + 1, next));
    }

    /** The bot is no longer there, or the server is gone: Discord does not tell which. */
    Transition remove(Instant now) {
        demand(ACTIVE, DEGRADED);
        return losing(become(REMOVED, now, Schedule.NOTHING).in(Trouble.of(EndReason.BOT_REMOVED)),
                EndReason.BOT_REMOVED, now);
    }

    Transition fail(EndReason because, Instant now) {
        demand(REQUESTED, AWAITING_INSTALL, ACTIVATING);
        return failing(FAILED, Trouble.of(because), now, tidying(now));
    }

    private Transition failing(DeploymentStatus end, Trouble because, Instant now, Schedule plan) {
        return Transition.telling(become(end, now, plan).in(because), failure(because.reason(), now));
    }

    Transition undeploy(Instant now) {
        demand(REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE, DEGRADED);
        var ended = become(UNDEPLOYED, now, tidying(now));
        return status.isDeployed()
                ? losing(ended, EndReason.UNDEPLOYED, now)
                : Transition.telling(ended, failure(EndReason.UNDEPLOYED, now));
    }

    private Transition losing(Deployment ended, EndReason because, Instant now) {
        return Transition.losing(ended, standing -> new PersonalityUndeployed(id, order.personalityId(),
                order.serverId(), because, standing, now));
    }

    /** The bot looks again as it should without this deployment, or nothing more can be done about it. */
    Transition tidied() {
        demand(FAILED, UNDEPLOYED);
        return Transition.silent(planned(Schedule.NOTHING));
    }

    /**
     * Discord could not be asked: later again, until it has been too often. Who waits for the bot goes on waiting, and
     * who is deployed stays so: that Discord is away says nothing about the server.
     */
    Transition postpone(DiscordFailure failure, Instant now) {
        if (status == AWAITING_INSTALL) {
            return isTooLate(now) ? expire(now) : later(failure, now);
        }
        if (status.isDeployed() || !schedule.isExhausted()) {
            return later(failure, now);
        }
        return status.isLive() ? fail(EndReason.of(failure), now) : tidied();
    }

    private Transition later(DiscordFailure failure, Instant now) {
        return Transition.silent(planned(schedule.afterFailure(now, failure.retryAfter())));
    }

    /** While the bot was given a name, or had it, the name has to be taken back. */
    private Schedule tidying(Instant now) {
        return status == ACTIVATING || status.isDeployed() ? Schedule.at(now) : Schedule.NOTHING;
    }

    private DeploymentFailed failure(EndReason because, Instant now) {
        return new DeploymentFailed(id, order.personalityId(), order.serverId(), because, now);
    }

    private Deployment become(DeploymentStatus next, Instant now, Schedule plan) {
        return new Deployment(id, order, next, null, requestedAt, now, revision + 1, plan);
    }

    private Deployment with(Order changed) {
        return new Deployment(id, changed, status, trouble, requestedAt, updatedAt, revision, schedule);
    }

    private Deployment in(Trouble found) {
        return new Deployment(id, order, status, found, requestedAt, updatedAt, revision, schedule);
    }

    private Deployment planned(Schedule plan) {
        return new Deployment(id, order, status, trouble, requestedAt, updatedAt, revision + 1, plan);
    }

    private void demand(DeploymentStatus... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw new IllegalStateException("Deployment %s is %s".formatted(id, status.code()));
        }
    }
}
