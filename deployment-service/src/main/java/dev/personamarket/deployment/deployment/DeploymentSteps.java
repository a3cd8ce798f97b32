package dev.personamarket.deployment.deployment;

import java.time.Clock;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.deployment.agent.Agent;
import dev.personamarket.deployment.agent.Agents;
import dev.personamarket.deployment.agent.Appearance;
import dev.personamarket.deployment.agent.Commands;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.Permission;
import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import reactor.core.publisher.Mono;

/**
 * What a worker does for a deployment, one step at a time. A step asks Discord first and then stores what came of it, so
 * one that is broken off anywhere is simply done again: all that it asks of Discord may be asked twice.
 */
@Component
class DeploymentSteps {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentSteps.class);

    private final Deployments deployments;
    private final Personas personas;
    private final Agents agents;
    private final Appearance appearance;
    private final Commands commands;
    private final Welcome welcome;
    private final Discord discord;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DeploymentSteps(Deployments deployments, Personas personas, Agents agents, Appearance appearance,
            Commands commands, Welcome welcome, Discord discord, TransactionalOperator transaction, Clock clock) {
        this.deployments = deployments;
        this.personas = personas;
        this.agents = agents;
        this.appearance = appearance;
        this.commands = commands;
        this.welcome = welcome;
        this.discord = discord;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The next step, stored; fails with {@link DiscordFailure} when Discord stood in its way. */
    Mono<Deployment> next(Deployment deployment) {
        return switch (deployment.status()) {
            case REQUESTED, AWAITING_INSTALL -> lookForBot(deployment);
            case ACTIVATING -> activate(deployment);
            case ACTIVE, DEGRADED -> update(deployment).switchIfEmpty(Mono.defer(() -> look(deployment)));
            case FAILED, UNDEPLOYED -> tidy(deployment);
            case EXPIRED, REMOVED -> Mono.empty();
        };
    }

    private Mono<Deployment> lookForBot(Deployment deployment) {
        return discord.isBotOn(deployment.order().serverId())
                .map(there -> there
                        ? deployment.beginActivating(clock.instant())
                        : deployment.awaitInstall(clock.instant()))
                .flatMap(deployments::store);
    }

    private Mono<Deployment> activate(Deployment deployment) {
        return personas.find(deployment.order().personalityId()).filter(persona -> !persona.archived())
                .map(persona -> agent(deployment, persona))
                .flatMap(agent -> appearance.welcome(agent).then(commands.ensure()).then(welcome.of(agent))
                        .then(Mono.defer(() -> settle(
                                deployment.activate(agent.personalityVersion(), clock.instant()), agent))))
                .switchIfEmpty(Mono.defer(() -> deployments.store(
                        deployment.fail(EndReason.PERSONALITY_ARCHIVED, clock.instant()))));
    }

    private Agent agent(Deployment deployment, Persona persona) {
        return new Agent(deployment.order().serverId(), persona.personalityId(), persona.version(),
                deployment.id().value(), persona.name(), persona.tagline(), persona.avatarUrl(),
                deployment.order().channelIds(), clock.instant());
    }

    private Mono<Deployment> settle(Transition transition, Agent agent) {
        return deployments.store(transition).flatMap(stored -> agents.put(agent).thenReturn(stored))
                .as(transaction::transactional);
    }

    /** It answers in the newest version from now on, with or without Discord; how it looks follows. Empty if it does. */
    private Mono<Deployment> update(Deployment deployment) {
        return personas.find(deployment.order().personalityId())
                .filter(persona -> !persona.archived() && deployment.isBehind(persona.version()))
                .flatMap(persona -> settle(deployment.update(persona.version(), clock.instant()),
                        agent(deployment, persona)));
    }

    /** How the bot stands there, and that it looks as it should. */
    private Mono<Deployment> look(Deployment deployment) {
        return discord.surroundingsOn(deployment.order().serverId())
                .map(found -> found.missingFor(deployment.order().channelIds()))
                .flatMap(missing -> dress(deployment, missing)
                        .then(Mono.defer(() -> deployments.store(deployment.found(missing, clock.instant())))))
                .onErrorResume(DeploymentSteps::isGone, _ -> remove(deployment));
    }

    private Mono<Void> dress(Deployment deployment, Set<Permission> missing) {
        return missing.contains(Permission.CHANGE_NICKNAME)
                ? Mono.empty()
                : appearance.keep(deployment.order().serverId())
                        .onErrorResume(DiscordFailure.class, failure -> unlessPassing(deployment, failure));
    }

    private static boolean isGone(Throwable error) {
        return error instanceof DiscordFailure failure && failure.kind() == DiscordFailure.Kind.NOT_THERE;
    }

    private Mono<Deployment> remove(Deployment deployment) {
        return deployments.store(deployment.remove(clock.instant()))
                .flatMap(removed -> agents.removeOf(removed.id().value())
                        .then(appearance.forget(removed.order().serverId())).thenReturn(removed))
                .as(transaction::transactional);
    }

    private Mono<Deployment> tidy(Deployment deployment) {
        return appearance.restore(deployment.order().serverId())
                .onErrorResume(DiscordFailure.class, failure -> unlessPassing(deployment, failure))
                .then(Mono.defer(() -> deployments.store(deployment.tidied())));
    }

    private static Mono<Void> unlessPassing(Deployment deployment, DiscordFailure failure) {
        if (failure.isPassing()) {
            return Mono.error(failure);
        }
        LOG.info("Of deployment {} the bot stays as it looks: {}", deployment.id(), failure.getMessage());
        return Mono.empty();
    }

    /** What becomes of a deployment whose step Discord stood in the way of. */
    Mono<Deployment> withstand(Deployment deployment, DiscordFailure failure) {
        return deployments.store(failure.isPassing()
                ? deployment.postpone(failure, clock.instant())
                : deployment.fail(EndReason.of(failure), clock.instant()));
    }
}
