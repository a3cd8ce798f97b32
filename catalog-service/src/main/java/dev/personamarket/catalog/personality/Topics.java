package dev.personamarket.catalog.personality;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.util.unit.DataSize;

/** The topics of this service: the newest event of each key stays for ever. How many replicas is the broker's default. */
@Configuration(proxyBeanMethods = false)
class Topics {

    static final String PERSONALITIES = "marketplace.personalities";
    static final String PROMPTS = "marketplace.personality-prompts";

    private static final int PARTITIONS = 6;

    @Bean
    NewTopics personalityTopics() {
        return new NewTopics(compacted(PERSONALITIES), compacted(PROMPTS));
    }

    private static NewTopic compacted(String name) {
        return TopicBuilder.name(name).partitions(PARTITIONS).compact()
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(1).toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(DataSize.ofMegabytes(2).toBytes()))
                .build();
    }
}
