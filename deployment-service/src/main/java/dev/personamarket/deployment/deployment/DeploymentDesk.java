package dev.personamarket.deployment.deployment;

import java.time.Clock;
import java.util.UUID;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.Workers;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.deployment.agent.Agents;
import dev.personamarket.deployment.discord.AccessToken;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.DiscordProblems;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.UserServer;
import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import dev.personamarket.deployment.servers.ManageableServers;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Where people ask for deployments and end them; the work itself goes on without them. */
@Component
class DeploymentDesk {

    private static final Retry WHEN_OVERTAKEN = Retry.max(5)
            .filter(OptimisticLockingFailureException.class::isInstance);

    private final Deployments deployments;
    private final Personas personas;
    private final Agents agents;
    private final ManageableServers servers;
    private final Worklist worklist;
    private final Workers workers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DeploymentDesk(Deployments deployments, Personas personas, Agents agents, ManageableServers servers,
            Worklist worklist, Workers deploymentWorkers, TransactionalOperator transaction, Clock clock) {
        this.deployments = deployments;
        this.personas = personas;
        this.agents = agents;
        this.servers = servers;
        this.worklist = worklist;
        this.workers = deploymentWorkers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The deployment asked for, or the one that is there already; rights are asked of Discord, not remembered. */
    Mono<Deployment> request(UUID owner, UUID personalityId, DeployRequest request, AccessToken token) {
        var serverId = new ServerId(request.serverId());
        return deployable(personalityId)
                .zipWhen(_ -> manageable(serverId, owner, token), (persona, server) -> new Order(personalityId,
                        persona.version(), serverId, server.name(), request.distinctChannels(), request.policy(),
                        owner))
                .flatMap(order -> deployments.open(Deployment.request(order, clock.instant())))
                .delayUntil(this::hurry)
                .doOnSuccess(_ -> workers.wake());
    }

    private Mono<Persona> deployable(UUID personalityId) {
        return personas.find(personalityId)
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                        "No personality has this id.")))
                .filter(persona -> !persona.archived())
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.CONFLICT, "personality-archived",
                        "This personality has left the marketplace.")));
    }

    private Mono<UserServer> manageable(ServerId server, UUID owner, AccessToken token) {
        return servers.certainly(server, owner, token)
                .onErrorMap(DiscordFailure.class, DiscordProblems::ofUser)
                .switchIfEmpty(Mono.error(DiscordProblems::notManageable));
    }

    /** Whoever asks again while the bot is awaited may just have let it in. */
    private Mono<Void> hurry(Deployment deployment) {
        return deployment.status() == DeploymentStatus.AWAITING_INSTALL
                ? worklist.lookAt(deployment.order().serverId())
                : Mono.empty();
    }

    /** Somebody comes back from Discord, having let the bot in, perhaps. Empty when there is no such deployment. */
    Mono<Deployment> returned(DeploymentId id) {
        return deployments.find(id).delayUntil(this::hurry).doOnSuccess(_ -> workers.wake());
    }

    /** Discord says that the bot was let onto this server. */
    Mono<Void> letIn(ServerId server) {
        return worklist.lookAt(server).doOnSuccess(_ -> workers.wake());
    }

    /** Changes what may be changed of one that has not ended. Empty when there is none of this owner's. */
    Mono<Deployment> change(DeploymentId id, UUID owner, ChangeRequest request) {
        return deployments.findOwn(id, owner)
                .flatMap(deployment -> deployment.status().isLive()
                        ? revise(deployment, request)
                        : Mono.error(Problem.of(HttpStatus.CONFLICT, "deployment-ended",
                                "This deployment has ended and cannot be changed any more.")))
                .retryWhen(WHEN_OVERTAKEN)
                .doOnSuccess(_ -> workers.wake());
    }

    private Mono<Deployment> revise(Deployment deployment, ChangeRequest request) {
        var order = deployment.order();
        return deployments
                .store(deployment.revise(request.policy(order), request.channels(order), clock.instant()))
                .flatMap(revised -> agents.move(revised.id().value(), revised.order().channelIds())
                        .thenReturn(revised))
                .as(transaction::transactional);
    }

    /** Ends it, once; of one that has ended already nothing changes. Empty when there is none of this owner's. */
    Mono<Deployment> undeploy(DeploymentId id, UUID owner) {
        return deployments.findOwn(id, owner)
                .flatMap(deployment -> deployment.status().isLive() ? end(deployment) : Mono.just(deployment))
                .retryWhen(WHEN_OVERTAKEN)
                .doOnSuccess(_ -> workers.wake());
    }

    private Mono<Deployment> end(Deployment deployment) {
        return deployments.store(deployment.undeploy(clock.instant()))
                .flatMap(ended -> agents.removeOf(ended.id().value()).thenReturn(ended))
                .as(transaction::transactional);
    }
}
