package dev.personamarket.deployment.deployment;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.deployment.agent.Agent;
import dev.personamarket.deployment.agent.Agents;
import dev.personamarket.deployment.agent.Appearance;
import dev.personamarket.deployment.agent.Commands;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import reactor.core.publisher.Mono;

/**
 * What a worker does for a deployment, one step at a time. A step asks Discord first and then stores what came of it, so
 * one that is broken off anywhere is simply done again: all that it asks of Discord may be asked twice.
 */
@Component
class DeploymentSteps {

    private final Deployments deployments;
    private final Personas personas;
    private final Agents agents;
    private final Appearance appearance;
    private final Commands commands;
    private final Discord discord;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DeploymentSteps(Deployments deployments, Personas personas, Agents agents, Appearance appearance,
            Commands commands, Discord discord, TransactionalOperator transaction, Clock clock) {
        this.deployments = deployments;
        this.personas = personas;
        this.agents = agents;
        this.appearance = appearance;
        this.commands = commands;
        this.discord = discord;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The next step, stored; fails with {@link DiscordFailure} when Discord stood in its way. */
    Mono<Deployment> next(Deployment deployment) {
        return switch (deployment.status()) {
            case REQUESTED, AWAITING_INSTALL -> lookForBot(deployment);
            case ACTIVATING -> activate(deployment);
            case FAILED, UNDEPLOYED -> tidy(deployment);
            case ACTIVE, EXPIRED -> Mono.empty();
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
                .flatMap(agent -> commands.ensure().then(appearance.welcome(agent)).then(settle(deployment, agent)))
                .switchIfEmpty(Mono.defer(() -> deployments.store(
                        deployment.fail(EndReason.PERSONALITY_ARCHIVED, clock.instant()))));
    }

    private Agent agent(Deployment deployment, Persona persona) {
        return new Agent(deployment.order().serverId(), persona.personalityId(), persona.version(),
                deployment.id().value(), persona.name(), persona.tagline(), deployment.order().channelIds(),
                clock.instant());
    }

    private Mono<Deployment> settle(Deployment deployment, Agent agent) {
        return Mono.defer(() -> deployments.store(deployment.activate(agent.personalityVersion(), clock.instant())))
                .flatMap(active -> agents.add(agent).thenReturn(active))
                .as(transaction::transactional);
    }

    private Mono<Deployment> tidy(Deployment deployment) {
        return appearance.refresh(deployment.order().serverId())
                .onErrorResume(DiscordFailure.class,
                        failure -> failure.isPassing() ? Mono.error(failure) : Mono.empty())
                .then(Mono.defer(() -> deployments.store(deployment.tidied())));
    }

    /** What becomes of a deployment whose step Discord stood in the way of. */
    Mono<Deployment> withstand(Deployment deployment, DiscordFailure failure) {
        return deployments.store(failure.isPassing()
                ? deployment.postpone(failure, clock.instant())
                : deployment.fail(EndReason.of(failure), clock.instant()));
    }
}
