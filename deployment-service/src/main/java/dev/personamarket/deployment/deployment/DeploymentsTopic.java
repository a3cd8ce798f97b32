package dev.personamarket.deployment.deployment;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic that this service owns, as {@code asyncapi.yaml} describes it. */
@Configuration(proxyBeanMethods = false)
class DeploymentsTopic {

    private static final int PARTITIONS = 6;
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int LARGEST_EVENT = 2 * 1024 * 1024;

    @Bean
    NewTopic deploymentEvents() {
        return TopicBuilder.name("marketplace.deployments").partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_EVENT)).build();
    }
}
