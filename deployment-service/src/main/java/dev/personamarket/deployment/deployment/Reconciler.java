package dev.personamarket.deployment.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.Workers;
import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.CannotRunException;
import dev.personamarket.deployment.discord.Discord;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;

/**
 * Compares what is deployed with where the bot is, by one instance at a time. Where the two disagree the workers look for
 * themselves, so that a list that lacks something takes nothing away.
 */
@Configuration(proxyBeanMethods = false)
class Reconciler {

    @Bean
    Periodically reconciling(Discord discord, Worklist worklist, Workers deploymentWorkers,
            ConnectionFactory connections, WorkerProperties properties) {
        var alone = new Alone(connections);
        return Periodically.every(properties.reconcileEvery(), "Comparing deployments with Discord",
                () -> alone.run("reconciliation", reconcile(discord, worklist, deploymentWorkers))
                        .onErrorComplete(CannotRunException.class));
    }

    private static Mono<Long> reconcile(Discord discord, Worklist worklist, Workers deploymentWorkers) {
        return discord.serversOfBot().flatMap(worklist::lookAtAllBut)
                .doOnNext(_ -> deploymentWorkers.wake());
    }
}
