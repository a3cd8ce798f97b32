package dev.personamarket.catalog;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics that other services would have made. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    @Bean
    NewTopics neighboursTopics() {
        return new NewTopics(TopicBuilder.name("marketplace.ratings").partitions(6).build(),
                TopicBuilder.name("marketplace.deployments").partitions(6).build(),
                TopicBuilder.name("marketplace.previews").partitions(6).build());
    }
}
