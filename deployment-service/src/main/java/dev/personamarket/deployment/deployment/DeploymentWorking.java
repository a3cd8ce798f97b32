package dev.personamarket.deployment.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Workers;

@Configuration(proxyBeanMethods = false)
class DeploymentWorking {

    @Bean
    Workers deploymentWorkers(DeploymentWorker worker, WorkerProperties properties) {
        return Workers.of("Bringing deployments on", properties.workers(), properties.pollInterval(),
                worker::workOnce);
    }
}
